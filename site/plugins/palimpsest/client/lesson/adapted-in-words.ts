import { translate } from '@docusaurus/Translate'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import type { OriginalReason } from '../../../../../lib/contract/index.ts'
import type { LessonState, SectionState } from './lesson-state.ts'
import { reasonInWords } from './reason-in-words.ts'
import { countSections } from './sum-up.ts'

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

/** Whom a lesson is adapted for, or how far it is not: the first thing that the page says of it. */
export function adaptedInWords(state: LessonState, profile: string): string {
  const { rewritten, all } = countSections(state)
  switch (adaptedShare(state)) {
    case undefined:
      return translate({ id: 'palimpsest.status.adapting', message: 'Being adapted for you: {profile}.' }, { profile })
    case 'all':
      return translate({ id: 'palimpsest.status.adapted', message: 'Adapted for you: {profile}.' }, { profile })
    case 'some':
      return translate(
        {
          id: 'palimpsest.status.adapted-some',
          message: '{rewritten} of {all} sections adapted for you: {profile}. The others show the original.',
        },
        { rewritten, all, profile },
      )
    case 'none':
      return nothingAdaptedInWords(state)
  }
}

function nothingAdaptedInWords(state: LessonState): string {
  const sections = sectionsOf(state)
  const reasons = new Set(sections.map(({ reason }) => reasonInWords(reason)))
  const [reason] = reasons
  return reasons.size === 1 && sections.every(({ phase }) => phase === 'kept')
    ? translate(
        {
          id: 'palimpsest.status.none-adapted-because',
          message: 'Nothing in this lesson was adapted: {reason}. This is the original.',
        },
        { reason: reason ?? '' },
      )
    : translate({
        id: 'palimpsest.status.none-adapted',
        message: 'Nothing in this lesson was adapted. This is the original; each section says why.',
      })
}

const sectionsOf = ({ order, sections }: LessonState): SectionState[] =>
  order.flatMap(({ id }) => (id === forYouSection ? [] : (sections[id] ?? [])))
