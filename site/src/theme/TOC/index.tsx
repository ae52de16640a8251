import { translate } from '@docusaurus/Translate'
import OriginalTOC from '@theme-original/TOC'
import type { Props } from '@theme/TOC'
import { type CSSProperties, type ReactNode } from 'react'

/** The contents of a page, under a word that the style sheet puts there: see `frame.css`. */
export default function TOC(props: Props): ReactNode {
  const label = JSON.stringify(translate({ id: 'palimpsest.contents.label', message: 'On this page' }))
  return (
    <div style={{ '--contents-label': label, display: 'contents' } as CSSProperties}>
      <OriginalTOC {...props} />
    </div>
  )
}
