import { forYouSection } from '../../../../../lib/lesson/index.ts'
import type { OriginalReason } from '../../../../../lib/contract/index.ts'
import { isResolved, type LessonState, type SectionState } from './lesson-state.ts'

/** How far a lesson is: sections resolved, of all; the opening note does not count. */
export function countSections({ order, sections }: LessonState): { resolved: number; rewritten: number; all: number } {
  const ids = order.map(({ id }) => id).filter((id) => id !== forYouSection)
  return {
    resolved: ids.filter((id) => isResolved(sections[id])).length,
    rewritten: ids.filter((id) => sections[id]?.phase === 'rewritten').length,
    all: ids.length,
  }
}

/** A lesson's sections without the opening note, in reading order. */
export const sectionsOf = ({ order, sections }: LessonState): SectionState[] =>
  order.flatMap(({ id }) => (id === forYouSection ? [] : (sections[id] ?? [])))

/** Sections for these reasons do not count as missing: they are never rewritten. */
const neverAdapted: ReadonlySet<OriginalReason | undefined> = new Set<OriginalReason>(['no-prose', 'locked'])

/** How many of a finished lesson's adaptable sections were rewritten: `all`, `some` or `none`; undefined until it is finished. */
export function adaptedShare(state: LessonState): 'all' | 'some' | 'none' | undefined {
  if (state.phase !== 'done') {
    return undefined
  }
  if (countSections(state).rewritten === 0) {
    return 'none'
  }
  const lacks = sectionsOf(state).some(({ phase, reason }) => phase !== 'rewritten' && !neverAdapted.has(reason))
  return lacks ? 'some' : 'all'
}

/** Reasons that say nothing about the section itself: asked again, it may well be written. */
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

/** The original is shown because of an error that may have passed by now. */
export function isUnwritten(section: SectionState | undefined): boolean {
  return section?.phase === 'original' && section.reason !== undefined && passingReasons.has(section.reason)
}

/** The sections, in reading order, that are worth asking for again; the opening note counts as one. */
export function unwrittenSections({ order, sections }: Pick<LessonState, 'order' | 'sections'>): string[] {
  return order.map(({ id }) => id).filter((id) => isUnwritten(sections[id]))
}
