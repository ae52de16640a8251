import { expect, test } from 'vitest'
import { countSections } from '../state/count-sections.ts'
import type { LessonProof } from '../../../../../lib/contract/wire-events.ts'
import type { LessonState } from '../state/lesson-state.ts'
import { formatSummary, writerName } from './summary-messages.ts'
import { aLessonState } from '../state/testing/a-lesson-state.ts'

test('countSections() leaves the opening note out', () => {
  const state = aLessonState({ 'for-you': 'rewritten', one: 'rewritten', two: 'original', three: 'pending' })
  expect(countSections(state)).toEqual({ resolved: 2, rewritten: 1, all: 3 })
})

const added: LessonProof = {
  sections: 14,
  slots: { preserved: 31, total: 31 },
  links: { preserved: 12, total: 12 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { preserved: 5, total: 5 },
  words: { before: 900, after: 1200 },
  readability: { measure: 'flesch-kincaid-grade', before: 11.2, after: 8.9 },
  attempts: 15,
}

const rewrittenLesson = (change: Partial<LessonState> = {}): LessonState => ({
  ...aLessonState({ 'for-you': 'rewritten', one: 'rewritten', two: 'rewritten', three: 'original' }, 'done'),
  model: { name: 'gpt-5-mini', demo: false },
  recipe: 'p1/gpt-5-mini',
  generatedAt: '2026-11-22T12:00:00.000Z',
  proof: added,
  ...change,
})

test('formatSummary() sums a lesson up in short sentences', () => {
  expect(formatSummary(rewrittenLesson(), 'en')).toBe(
    'Sections rewritten for you: 2 of 3. Written by gpt-5-mini (recipe p1) on 22 November 2026. Formulas, code and links unchanged. No names or measurements added. Reading grade: 11.2 → 8.9.',
  )
})

test.each<[string, Partial<LessonProof>, string]>([
  ['no links', { links: { preserved: 0, total: 0 } }, '2026. Formulas and code unchanged. No'],
  ['no protected part', { slots: { preserved: 0, total: 0 } }, '2026. Links unchanged. No'],
  ['a lost part', { slots: { preserved: 30, total: 31 } }, 'Formulas and code unchanged: 30 of 31. Links unchanged.'],
  ['a lost link', { links: { preserved: 11, total: 12 } }, 'Formulas and code unchanged. Links unchanged: 11 of 12.'],
  ['an invention', { invented: { identifiers: 1, measurements: 0 } }, 'that are not in the original: 1.'],
  [
    'another measure',
    { readability: { measure: 'words-per-sentence', before: 18.4, after: 12 } },
    'Words per sentence: 18.4 → 12.',
  ],
])('formatSummary() is exact where there is %s', (_case, change, words) => {
  expect(formatSummary(rewrittenLesson({ proof: { ...added, ...change } }), 'en')).toContain(words)
})

test('formatSummary() says nothing of a readability that was not measured, nor of proofs that are not there', () => {
  expect(formatSummary(rewrittenLesson({ proof: { ...added, readability: null } }), 'en')).not.toContain('grade')
  expect(formatSummary(rewrittenLesson({ proof: undefined }), 'en')).toBe(
    'Sections rewritten for you: 2 of 3. Written by gpt-5-mini (recipe p1) on 22 November 2026.',
  )
})

test('formatSummary() does not praise a lesson of which nothing was rewritten', () => {
  const state = { ...aLessonState({ one: 'original', two: 'original' }, 'done') }
  expect(formatSummary(state, 'en')).toBe('Every section shows the original.')
})

test('a real model is called by its name, and nothing else is', () => {
  expect(writerName({ name: 'gpt-x', demo: false })).toBe('gpt-x')
  expect(writerName({ name: 'demo-writer', demo: true })).toBe('the demo writer')
})
