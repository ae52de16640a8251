import { expect, test } from 'vitest'
import { originalReasons, type Proof } from '../../../../../lib/rewrite/wire-events.ts'
import { announce } from './announce.ts'
import { askingLesson, pendingSection, type LessonState, type SectionPhase } from './lesson-state.ts'
import { proofInWords } from './proof-in-words.ts'
import { reasonInWords } from './reason-in-words.ts'
import { countSections, sumUp, writerName } from './sum-up.ts'
import { troubleInWords } from './trouble-in-words.ts'

const proof: Proof = {
  verdict: 'accepted',
  reasons: [],
  slots: { kept: 3, total: 3 },
  links: { kept: 1, total: 1 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { kept: 0, total: 0 },
  language: 'en',
  words: { before: 90, after: 120 },
  level: null,
  attempts: 1,
  model: 'demo-writer',
  recipe: 'r',
  verifier_version: 1,
  usage: { input_tokens: null, cached_input_tokens: null, output_tokens: null },
}

function lesson(phases: Record<string, SectionPhase>, phase: LessonState['phase'] = 'streaming'): LessonState {
  return {
    ...askingLesson,
    phase,
    model: { name: 'demo-writer', demo: true },
    order: Object.keys(phases).map((id) => ({ id, heading: id })),
    sections: Object.fromEntries(
      Object.entries(phases).map(([id, one]) => [id, { ...pendingSection, phase: one, proof }]),
    ),
  }
}

test('countSections() leaves the opening note out', () => {
  const state = lesson({ 'for-you': 'rewritten', one: 'rewritten', two: 'kept', three: 'pending' })
  expect(countSections(state)).toEqual({ settled: 2, rewritten: 1, all: 3 })
})

test('sumUp() says who wrote, what was kept, and whose the slots are', () => {
  expect(sumUp(lesson({ 'for-you': 'rewritten', one: 'rewritten', two: 'rewritten', three: 'kept' }, 'done'))).toBe(
    '2 of 3 sections rewritten by demo writer, 1 kept as written; all 6 code blocks, formulas and figures in them are the author’s.',
  )
})

test('a real model is called by its name, and nothing else is', () => {
  expect(writerName({ name: 'gpt-x', demo: false })).toBe('gpt-x')
  expect(writerName({ name: 'demo-writer', demo: true })).toBe('demo writer')
})

test.each(originalReasons)('the reason %s has words of its own that end a sentence', (reason) => {
  expect(reasonInWords(reason)).toMatch(/^(the|another|there) .*[a-z]$/)
})

test('proofInWords() counts what was kept and how the length changed', () => {
  expect(proofInWords(proof)).toBe(
    'Kept from the original: 3 of 3 protected parts and 1 of 1 link. No name or measurement was added. 90 words became 120.',
  )
  expect(proofInWords(null)).toBe('')
})

test('announce() speaks by the section, and by number when several arrive at once', () => {
  const before = lesson({ one: 'pending', two: 'pending', three: 'pending' })
  expect(announce(before, lesson({ one: 'arriving', two: 'pending', three: 'pending' }))).toBeUndefined()
  expect(announce(before, lesson({ one: 'rewritten', two: 'pending', three: 'pending' }))).toBe('one: ready.')
  expect(announce(before, lesson({ one: 'rewritten', two: 'kept', three: 'pending' }))).toBe(
    '2 of 3 sections are ready.',
  )
  expect(announce(before, lesson({ one: 'rewritten', two: 'kept', three: 'kept' }, 'done'))).toBe(
    'All 3 sections are here.',
  )
})

test('troubleInWords() says what is still there', () => {
  const trouble = { code: 'unreachable', message: '', retryable: true }
  expect(troubleInWords(trouble, 0)).toBe('The server could not be reached. The author’s text is here in full.')
  expect(troubleInWords(trouble, 2)).toContain('What had arrived stays')
})
