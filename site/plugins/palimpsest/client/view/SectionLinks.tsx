import { translate } from '@docusaurus/Translate'
import { Fragment, type ReactNode } from 'react'
import { sectionAnchor } from '../../../../../lib/lesson/index.ts'
import { headingWords } from '../text/heading-words.ts'
import type { LessonState } from '../state/lesson-state.ts'
import { useEmoji } from '../text/lesson-markup.ts'

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
  const anchor = sectionAnchor(id)
  const words = headingWords({ author: heading ?? headingOnPage(anchor) }, useEmoji())
  if (words === undefined) return translate({ id: 'palimpsest.section.opening', message: 'the introduction' })
  return anchor === '' ? words : <a href={`#${anchor}`}>{words}</a>
}

/** Of a section that the author changed nothing is known but its place: there stands its heading, followed by its own link. */
function headingOnPage(anchor: string): string | undefined {
  const heading = document.getElementById(anchor)
  return heading?.matches('h2, h3') ? heading.firstChild?.textContent?.trim() : undefined
}
