import { isSettled, type LessonState } from './lesson-state.ts'
import { countSections } from './sum-up.ts'

/** What a screen reader is told when one state follows another: by the section, never by the block. Trouble has an alert of its own. */
export function announce(before: LessonState, after: LessonState): string | undefined {
  if (after.phase === 'failed') {
    return undefined
  }
  const { settled, all } = countSections(after)
  if (after.phase !== before.phase && after.phase === 'done') {
    return `All ${all} sections are here.`
  }
  const arrived = after.order.filter(({ id }) => isSettled(after.sections[id]) && !isSettled(before.sections[id]))
  if (arrived.length === 0) {
    return undefined
  }
  const heading = arrived.length === 1 ? arrived[0]?.heading : null
  return heading ? `${heading}: ready.` : `${settled} of ${all} sections are ready.`
}
