import { translate } from '@docusaurus/Translate'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import { adaptedInWords, adaptedShare } from './adapted-in-words.ts'
import { isSettled, type LessonState } from './lesson-state.ts'
import { countSections } from './sum-up.ts'

/**
 * What a screen reader is told when one state follows another: by the section, never by the block, and by number when several
 * came at once. Trouble has an alert of its own.
 */
export function announce(before: LessonState, after: LessonState): string | undefined {
  if (after.phase === 'failed') {
    return undefined
  }
  const { settled, all } = countSections(after)
  if (after.phase !== before.phase && after.phase === 'done') {
    return adaptedShare(after) === 'none'
      ? adaptedInWords(after, '')
      : translate({ id: 'palimpsest.said.done', message: 'All {all} sections are here.' }, { all })
  }
  const order = after.order.filter(({ id }) => id !== forYouSection)
  const arrived = order.filter(({ id }) => isSettled(after.sections[id]) && !isSettled(before.sections[id]))
  const [one] = arrived
  if (!one) {
    return undefined
  }
  if (arrived.length > 1) {
    return translate(
      { id: 'palimpsest.said.several', message: '{settled} of {all} sections are ready.' },
      { settled, all },
    )
  }
  const values = { place: order.indexOf(one) + 1, all, heading: one.heading ?? '' }
  return one.heading === null
    ? translate({ id: 'palimpsest.said.untitled', message: 'Section {place} of {all} is ready.' }, values)
    : translate({ id: 'palimpsest.said.one', message: 'Section {place} of {all}, {heading}, is ready.' }, values)
}
