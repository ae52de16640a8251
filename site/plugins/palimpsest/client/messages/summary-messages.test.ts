import { expect, test } from 'vitest'
import { countSections } from '../state/count-sections.ts'
import type { LessonProof } from '../../../../../lib/contract/wire-events.ts'
import type { LessonState } from '../state/lesson-state.ts'
import { formatSummary, writerName } from './summary-messages.ts'
import { aLessonState } from '../state/testing/a-lesson-state.ts'

test('countSections() leaves the opening note out', () => {
  const state = aLessonState({ 'for-you': 'rewritten', one: 'rewritten', two: 'kept', three: 'pending' })
  expect(countSections(state)).toEqual({ settled: 2, rewritten: 1, all: 3 })
})

const added: LessonProof = {
  sections: 14,
  slots: { kept: 31, total: 31 },
  links: { kept: 12, total: 12 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { kept: 5, total: 5 },
  words: { before: 900, after: 1200 },
  readability: { measure: 'flesch-kincaid-grade', before: 11.2, after: 8.9 },
  attempts: 15,
}

const told = (change: Partial<LessonState> = {}): LessonState => ({
  ...aLessonState({ 'for-you': 'rewritten', one: 'rewritten', two: 'rewritten', three: 'kept' }, 'done'),
  model: { name: 'gpt-5-mini', demo: false },
  recipe: 'p1/gpt-5-mini',
  generatedAt: '2026-11-22T12:00:00.000Z',
  proof: added,
  ...change,
})

test('formatSummary() adds a lesson up in one sentence', () => {
  expect(formatSummary(told(), 'en')).toBe(
    '2 of 3 sections were re-told for you by gpt-5-mini (recipe p1) on 22 November 2026; all 31 protected parts and 12 links are the author’s; no name or measurement was invented; reading grade 11.2 → 8.9.',
  )
})

test.each<[string, Partial<LessonProof>, string]>([
  ['no links', { links: { kept: 0, total: 0 } }, 'all 31 protected parts are the author’s'],
  ['no protected part', { slots: { kept: 0, total: 0 } }, 'all 12 links are the author’s'],
  ['a lost link', { links: { kept: 11, total: 12 } }, '31 of 31 protected parts and 11 of 12 links are the author’s'],
  ['an invention', { invented: { identifiers: 1, measurements: 0 } }, 'that the original does not have: 1'],
  [
    'another measure',
    { readability: { measure: 'words-per-sentence', before: 18.4, after: 12 } },
    'words per sentence 18.4 → 12',
  ],
])('formatSummary() is exact where there is %s', (_case, change, words) => {
  expect(formatSummary(told({ proof: { ...added, ...change } }), 'en')).toContain(words)
})

test('formatSummary() says nothing of a readability that was not measured, nor of proofs that are not there', () => {
  expect(formatSummary(told({ proof: { ...added, readability: null } }), 'en')).not.toContain('grade')
  expect(formatSummary(told({ proof: undefined }), 'en')).toBe(
    '2 of 3 sections were re-told for you by gpt-5-mini (recipe p1) on 22 November 2026.',
  )
})

test('formatSummary() does not praise a lesson of which nothing was re-told', () => {
  const state = { ...aLessonState({ one: 'kept', two: 'kept' }, 'done') }
  expect(formatSummary(state, 'en')).toBe('Every section stands as the author wrote it.')
})

test('a real model is called by its name, and nothing else is', () => {
  expect(writerName({ name: 'gpt-x', demo: false })).toBe('gpt-x')
  expect(writerName({ name: 'demo-writer', demo: true })).toBe('the demo writer')
})
