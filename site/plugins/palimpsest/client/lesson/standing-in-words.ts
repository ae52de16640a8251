import { translate } from '@docusaurus/Translate'
import type { SectionState } from './lesson-state.ts'
import { reasonInWords } from './reason-in-words.ts'

/** Why the author's text is all that a section shows; undefined for one that has, or soon has, a rewrite. */
export function standingInWords({ phase, reason }: SectionState): string | undefined {
  switch (phase) {
    case 'kept':
      return translate(
        { id: 'palimpsest.section.kept', message: 'Kept as the author wrote it: {reason}.' },
        { reason: reasonInWords(reason) },
      )
    case 'changed':
      return translate({
        id: 'palimpsest.section.changed',
        message: 'The author has changed this section since it was written for you; this is the new text.',
      })
    case 'waiting':
      return translate({
        id: 'palimpsest.section.waiting',
        message: 'Already being written; it will appear here when it is finished.',
      })
    default:
      return undefined
  }
}
