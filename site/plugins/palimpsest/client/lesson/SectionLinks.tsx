import { translate } from '@docusaurus/Translate'
import { Fragment, type ReactNode } from 'react'
import type { LessonState } from './lesson-state.ts'

/** Sections by their headings, each a link to its place on the page. */
export default function SectionLinks({ sections }: { readonly sections: LessonState['order'] }): ReactNode {
  return sections.map(({ id, heading }, place) => (
    <Fragment key={id}>
      {place > 0 && translate({ id: 'palimpsest.list.comma', message: ', ' })}
      {heading === null ? (
        translate({ id: 'palimpsest.section.opening', message: 'the opening' })
      ) : (
        <a href={`#${id}`}>{heading}</a>
      )}
    </Fragment>
  ))
}
