import type { OriginalReason } from '../../../../../lib/contract/index.ts'
import type { LessonState, SectionState } from './lesson-state.ts'

/** Nothing was judged, and nothing is wrong with the section: asked again, it may well be written. */
const passingReasons: ReadonlySet<OriginalReason> = new Set([
  'model-unavailable',
  'model-timeout',
  'model-stopped-early',
  'empty',
  'database-unavailable',
  'waited-too-long',
  'budget-reached',
  'budget-reserved',
])

/** The author's text stands because of trouble that may have passed by now. */
export function isUnwritten(section: SectionState | undefined): boolean {
  return section?.phase === 'kept' && section.reason !== undefined && passingReasons.has(section.reason)
}

/** The sections, in reading order, that are worth asking for again; the opening note counts as one. */
export function unwrittenSections({ order, sections }: Pick<LessonState, 'order' | 'sections'>): string[] {
  return order.map(({ id }) => id).filter((id) => isUnwritten(sections[id]))
}
