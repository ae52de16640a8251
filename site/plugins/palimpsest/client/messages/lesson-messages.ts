import { translate } from '@docusaurus/Translate'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import { sectionsOf, adaptedShare, countSections, unwrittenSections } from '../state/count-sections.ts'
import { type LessonState, isResolved } from '../state/lesson-state.ts'
import { reasonMessage } from './reason-messages.ts'

/** Whom a lesson is personalized for, and how much of it is. */
export function adaptedMessage(state: LessonState, profile: string): string {
  const { rewritten, all } = countSections(state)
  switch (adaptedShare(state)) {
    case undefined:
      return translate({ id: 'palimpsest.status.adapting', message: 'Personalizing for you: {profile}.' }, { profile })
    case 'all':
      return translate({ id: 'palimpsest.status.adapted', message: 'Personalized for you: {profile}.' }, { profile })
    case 'some':
      return translate(
        {
          id: 'palimpsest.status.adapted-some',
          message: '{rewritten} of {all} sections personalized for you: {profile}. The others show the original.',
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
  return reasons.size === 1 && sections.every(({ phase }) => phase === 'original')
    ? translate(
        {
          id: 'palimpsest.status.none-adapted-because',
          message: 'Nothing in this lesson was personalized: {reason}. This is the original.',
        },
        { reason: reason ?? '' },
      )
    : translate({
        id: 'palimpsest.status.none-adapted',
        message: 'Nothing in this lesson was personalized. This is the original; each section says why.',
      })
}

/** Which sections of a finished lesson could not be written, so that the reader can try again; undefined when there are none. */
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
      message: 'The note at the top could not be written right now.',
    })
  }
  if (countSections(state).rewritten === 0) {
    return translate(
      {
        id: 'palimpsest.unwritten.all',
        message: 'No section could be written right now: {reason}. The original is here in full.',
      },
      { reason: reasonMessage(state.sections[first]?.reason) },
    )
  }
  return sections.length === 1
    ? translate({ id: 'palimpsest.unwritten.one', message: 'One section could not be written right now.' })
    : translate(
        { id: 'palimpsest.unwritten', message: '{count} sections could not be written right now.' },
        { count: sections.length },
      )
}

/**
 * What a screen reader hears when one state follows another: by the section, never by the block, and by number when several
 * came at once. An error has an alert of its own.
 */
export function formatAnnouncement(before: LessonState, after: LessonState): string | undefined {
  if (after.phase === 'failed') {
    return undefined
  }
  const { resolved, all } = countSections(after)
  if (after.phase !== before.phase && after.phase === 'done') {
    return adaptedShare(after) === 'none'
      ? adaptedMessage(after, '')
      : translate({ id: 'palimpsest.said.done', message: 'The whole lesson is ready.' }, { all })
  }
  const order = after.order.filter(({ id }) => id !== forYouSection)
  const arrived = order.filter(({ id }) => isResolved(after.sections[id]) && !isResolved(before.sections[id]))
  const [one] = arrived
  if (!one) {
    return undefined
  }
  if (arrived.length > 1) {
    return translate(
      { id: 'palimpsest.said.several', message: '{resolved} of {all} sections are ready.' },
      { resolved, all },
    )
  }
  const values = { place: order.indexOf(one) + 1, all, heading: one.heading ?? '' }
  return one.heading === null
    ? translate({ id: 'palimpsest.said.untitled', message: 'Section {place} of {all} is ready.' }, values)
    : translate({ id: 'palimpsest.said.one', message: 'Section {place} of {all}, {heading}, is ready.' }, values)
}
