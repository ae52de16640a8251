import { translate } from '@docusaurus/Translate'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import type { LessonState } from './lesson-state.ts'
import { reasonInWords } from './reason-in-words.ts'
import { countSections } from './sum-up.ts'
import { unwrittenSections } from './unwritten-sections.ts'

/** What of a lesson that is here could not be written this time, for a reader who can ask again; undefined when nothing. */
export function unwrittenInWords(state: LessonState): string | undefined {
  const unwritten = state.phase === 'done' ? unwrittenSections(state) : []
  const sections = unwritten.filter((id) => id !== forYouSection)
  const [first] = sections
  if (unwritten.length === 0) {
    return undefined
  }
  if (first === undefined) {
    return translate({
      id: 'palimpsest.unwritten.note',
      message: 'The opening note could not be written just now.',
    })
  }
  if (countSections(state).rewritten === 0) {
    return translate(
      {
        id: 'palimpsest.unwritten.all',
        message: 'No section could be written just now: {reason}. The original is here in full.',
      },
      { reason: reasonInWords(state.sections[first]?.reason) },
    )
  }
  return sections.length === 1
    ? translate({ id: 'palimpsest.unwritten.one', message: 'One section could not be written just now.' })
    : translate(
        { id: 'palimpsest.unwritten', message: '{count} sections could not be written just now.' },
        { count: sections.length },
      )
}
