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

/** Sections that nobody would adapt are none that the lesson lacks. */
const neverAdapted: ReadonlySet<OriginalReason | undefined> = new Set<OriginalReason>(['no-prose', 'locked'])

/** How much of a lesson that is here was adapted: `all`, `some` or `none` of what could be; undefined while it is coming. */
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

/** The author's text stands because of an error that may have passed by now. */
export function isUnwritten(section: SectionState | undefined): boolean {
  return section?.phase === 'original' && section.reason !== undefined && passingReasons.has(section.reason)
}

/** The sections, in reading order, that are worth asking for again; the opening note counts as one. */
export function unwrittenSections({ order, sections }: Pick<LessonState, 'order' | 'sections'>): string[] {
  return order.map(({ id }) => id).filter((id) => isUnwritten(sections[id]))
}
