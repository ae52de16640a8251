import { translate } from '@docusaurus/Translate'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import { sectionsOf, adaptedShare, countSections, unwrittenSections } from '../state/count-sections.ts'
import { type LessonState, isSettled } from '../state/lesson-state.ts'
import { reasonMessage } from './reason-messages.ts'

/** Whom a lesson is adapted for, or how far it is not: the first thing that the page says of it. */
export function adaptedMessage(state: LessonState, profile: string): string {
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
      return nothingAdaptedMessage(state)
  }
}

function nothingAdaptedMessage(state: LessonState): string {
  const sections = sectionsOf(state)
  const reasons = new Set(sections.map(({ reason }) => reasonMessage(reason)))
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

/** What of a lesson that is here could not be written this time, for a reader who can ask again; undefined when nothing. */
export function unwrittenMessage(state: LessonState): string | undefined {
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
      { reason: reasonMessage(state.sections[first]?.reason) },
    )
  }
  return sections.length === 1
    ? translate({ id: 'palimpsest.unwritten.one', message: 'One section could not be written just now.' })
    : translate(
        { id: 'palimpsest.unwritten', message: '{count} sections could not be written just now.' },
        { count: sections.length },
      )
}

/**
 * What a screen reader is told when one state follows another: by the section, never by the block, and by number when several
 * came at once. An error has an alert of its own.
 */
export function formatAnnouncement(before: LessonState, after: LessonState): string | undefined {
  if (after.phase === 'failed') {
    return undefined
  }
  const { settled, all } = countSections(after)
  if (after.phase !== before.phase && after.phase === 'done') {
    return adaptedShare(after) === 'none'
      ? adaptedMessage(after, '')
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
