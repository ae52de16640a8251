import { translate } from '@docusaurus/Translate'
import { Fragment, type ReactNode } from 'react'
import type { LessonState } from './lesson-state.ts'

/** Sections by their headings, each a link to its place on the page. */
export default function SectionLinks({ sections }: { readonly sections: LessonState['order'] }): ReactNode {
  return sections.map((section, place) => (
    <Fragment key={section.id}>
      {place > 0 && translate({ id: 'palimpsest.list.comma', message: ', ' })}
      <SectionLink {...section} />
    </Fragment>
  ))
}

function SectionLink({ id, heading }: LessonState['order'][number]): ReactNode {
  const words = heading ?? headingOnPage(id)
  return words === undefined ? (
    translate({ id: 'palimpsest.section.opening', message: 'the opening' })
  ) : (
    <a href={`#${id}`}>{words}</a>
  )
}

/** Of a section that the author changed nothing is known but its place: there stands its heading, followed by its own link. */
function headingOnPage(id: string): string | undefined {
  const heading = document.getElementById(id)
  return heading?.matches('h2, h3') ? heading.firstChild?.textContent?.trim() : undefined
}
