import { expect, test } from 'vitest'
import { originalReasons, type OriginalReason } from '../../../../../lib/rewrite/wire-events.ts'
import { announce } from './announce.ts'
import { pendingSection, type LessonState, type SectionState } from './lesson-state.ts'
import { reasonInWords } from './reason-in-words.ts'
import { aLessonState } from './testing/a-lesson-state.ts'
import { unwrittenInWords } from './unwritten-in-words.ts'

test.each(originalReasons)('the reason %s has words of its own that end a sentence', (reason) => {
  expect(reasonInWords(reason)).toMatch(/^(the|another|there) .*[a-z]$/)
})

test('announce() speaks by the section, and by number when several arrive at once', () => {
  const before = aLessonState({ one: 'pending', two: 'pending', three: 'pending' })
  expect(announce(before, aLessonState({ one: 'arriving', two: 'pending', three: 'pending' }))).toBeUndefined()
  expect(announce(before, aLessonState({ one: 'rewritten', two: 'pending', three: 'pending' }))).toBe(
    'Section 1 of 3, one, is ready.',
  )
  expect(announce(before, aLessonState({ one: 'rewritten', two: 'kept', three: 'pending' }))).toBe(
    '2 of 3 sections are ready.',
  )
  expect(announce(before, aLessonState({ one: 'rewritten', two: 'kept', three: 'kept' }, 'done'))).toBe(
    'All 3 sections are here.',
  )
})

type Standing = OriginalReason | 'told'

const ended = (sections: Record<string, Standing>): LessonState => {
  const state = aLessonState(Object.fromEntries(Object.keys(sections).map((id) => [id, 'kept'])), 'done')
  const entries = Object.entries(sections).map(([id, one]): [string, SectionState] => [
    id,
    one === 'told' ? { ...pendingSection, phase: 'rewritten' } : { ...pendingSection, phase: 'kept', reason: one },
  ])
  return { ...state, sections: Object.fromEntries(entries) }
}

test.each<[string, Record<string, Standing>, string | undefined]>([
  ['everything was told', { one: 'told' }, undefined],
  ['the rest is for good', { one: 'told', two: 'no-prose', three: 'locked', four: 'too-long' }, undefined],
  ['one is missing', { one: 'told', two: 'model-timeout' }, 'One section could not be written just now.'],
  ['two are missing', { one: 'told', two: 'empty', three: 'empty' }, '2 sections could not be written just now.'],
  ['only the note is missing', { 'for-you': 'empty', one: 'told' }, 'The opening note could not be written just now.'],
  [
    'nothing was told',
    { 'for-you': 'told', one: 'model-unavailable' },
    'No section could be written just now: the writer could not be reached. The author’s text is here in full.',
  ],
])('unwrittenInWords() is right where %s', (_case, sections, words) => {
  expect(unwrittenInWords(ended(sections))).toBe(words)
})
