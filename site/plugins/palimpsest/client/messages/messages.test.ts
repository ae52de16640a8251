import { expect, test } from 'vitest'
import { adaptedShare } from '../state/count-sections.ts'
import { originalReasons, type OriginalReason } from '../../../../../lib/contract/wire-events.ts'
import { adaptedMessage, unwrittenMessage, formatAnnouncement } from './lesson-messages.ts'
import { pendingSection, type LessonState, type SectionState } from '../state/lesson-state.ts'
import { reasonMessage, sectionNoticeMessage } from './reason-messages.ts'
import { aLessonState } from '../state/testing/a-lesson-state.ts'

test.each(originalReasons)('the reason %s has words of its own that end a sentence', (reason) => {
  expect(reasonMessage(reason)).toMatch(/^(the|it|there|many) .*[a-z]$/)
})

test('formatAnnouncement() speaks by the section, and by number when several arrive at once', () => {
  const before = aLessonState({ one: 'pending', two: 'pending', three: 'pending' })
  expect(
    formatAnnouncement(before, aLessonState({ one: 'arriving', two: 'pending', three: 'pending' })),
  ).toBeUndefined()
  expect(formatAnnouncement(before, aLessonState({ one: 'rewritten', two: 'pending', three: 'pending' }))).toBe(
    'Section 1 of 3, one, is ready.',
  )
  expect(formatAnnouncement(before, aLessonState({ one: 'rewritten', two: 'original', three: 'pending' }))).toBe(
    '2 of 3 sections are ready.',
  )
  expect(
    formatAnnouncement(before, aLessonState({ one: 'rewritten', two: 'original', three: 'original' }, 'done')),
  ).toBe('The whole lesson is ready.')
})

type Result = OriginalReason | 'rewritten'

const ended = (sections: Record<string, Result>): LessonState => {
  const state = aLessonState(Object.fromEntries(Object.keys(sections).map((id) => [id, 'original'])), 'done')
  const entries = Object.entries(sections).map(([id, one]): [string, SectionState] => [
    id,
    one === 'rewritten'
      ? { ...pendingSection, phase: 'rewritten' }
      : { ...pendingSection, phase: 'original', reason: one },
  ])
  return { ...state, sections: Object.fromEntries(entries) }
}

test.each<[string, Record<string, Result>, string | undefined]>([
  ['everything was rewritten', { one: 'rewritten' }, undefined],
  ['the rest is for good', { one: 'rewritten', two: 'no-prose', three: 'locked', four: 'too-long' }, undefined],
  ['one is missing', { one: 'rewritten', two: 'model-timeout' }, 'One section could not be written right now.'],
  ['two are missing', { one: 'rewritten', two: 'empty', three: 'empty' }, '2 sections could not be written right now.'],
  [
    'only the note is missing',
    { 'for-you': 'empty', one: 'rewritten' },
    'The note at the top could not be written right now.',
  ],
  [
    'nothing was rewritten',
    { 'for-you': 'rewritten', one: 'model-unavailable' },
    'No section could be written right now: the model could not be reached. The original is here in full.',
  ],
])('unwrittenMessage() is right where %s', (_case, sections, words) => {
  expect(unwrittenMessage(ended(sections))).toBe(words)
})

test.each<[string, Record<string, Result>, string, 'all' | 'some' | 'none']>([
  [
    'everything was',
    { 'for-you': 'rewritten', one: 'rewritten', two: 'rewritten' },
    'Personalized for you: a student.',
    'all',
  ],
  [
    'everything was that could be',
    { one: 'rewritten', two: 'no-prose', three: 'locked' },
    'Personalized for you: a student.',
    'all',
  ],
  [
    'some of it was',
    { one: 'rewritten', two: 'too-long', three: 'number-changed' },
    '1 of 3 sections personalized for you: a student. The others show the original.',
    'some',
  ],
  [
    'some of it could not be written right now',
    { one: 'rewritten', two: 'model-timeout' },
    '1 of 2 sections personalized for you: a student. The others show the original.',
    'some',
  ],
  [
    'nothing was, for one reason',
    { 'for-you': 'rewritten', one: 'number-changed', two: 'number-changed' },
    'Nothing in this lesson was personalized: the rewrite changed a number. This is the original.',
    'none',
  ],
  [
    'nothing was, for several reasons',
    { one: 'number-changed', two: 'no-prose' },
    'Nothing in this lesson was personalized. This is the original; each section says why.',
    'none',
  ],
  [
    'there was nothing to adapt',
    { one: 'no-prose' },
    'Nothing in this lesson was personalized: there is no prose in it to adapt. This is the original.',
    'none',
  ],
])('a lesson says first how much of it was adapted: %s', (_case, sections, words, share) => {
  expect(adaptedMessage(ended(sections), 'a student')).toBe(words)
  expect(adaptedShare(ended(sections))).toBe(share)
})

test('a lesson that is coming is not called adapted yet', () => {
  const coming = aLessonState({ one: 'rewritten', two: 'pending' })
  expect(adaptedMessage(coming, 'a student')).toBe('Personalizing for you: a student.')
  expect(adaptedShare(coming)).toBeUndefined()
})

test('formatAnnouncement() says so, too, when nothing was adapted', () => {
  const before = aLessonState({ one: 'pending' })
  expect(formatAnnouncement(before, ended({ one: 'too-long' }))).toBe(
    'Nothing in this lesson was personalized: the rewrite left out or added too much. This is the original.',
  )
})

test.each(['waiting'] as const)(
  'a section that is %s is not said to be for another reader: it may be one’s own request',
  (phase) => {
    expect(sectionNoticeMessage({ ...pendingSection, phase })).toBe(
      'Already being written. It will appear here when it is ready.',
    )
  },
)
