import { expect, test } from 'vitest'
import {
  originalReasons,
  type LessonProof,
  type OriginalReason,
  type Proof,
} from '../../../../../lib/rewrite/wire-events.ts'
import { announce } from './announce.ts'
import { askingLesson, pendingSection, type LessonState, type SectionPhase, type SectionState } from './lesson-state.ts'
import { proofInWords } from './proof-in-words.ts'
import { reasonInWords } from './reason-in-words.ts'
import { countSections, sumUp, writerName } from './sum-up.ts'
import { resumptionInWords, troubleInWords } from './trouble-in-words.ts'
import { unwrittenInWords } from './unwritten-in-words.ts'

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

const noParts = { slots: { kept: 0, total: 0 }, links: { kept: 0, total: 0 } }

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

const added: LessonProof = {
  sections: 14,
  slots: { kept: 31, total: 31 },
  links: { kept: 12, total: 12 },
  invented: { identifiers: 0, measurements: 0 },
  terms: { kept: 5, total: 5 },
  words: { before: 900, after: 1200 },
  level: { measure: 'flesch-kincaid-grade', before: 11.2, after: 8.9 },
  attempts: 15,
}

const told = (change: Partial<LessonState> = {}): LessonState => ({
  ...lesson({ 'for-you': 'rewritten', one: 'rewritten', two: 'rewritten', three: 'kept' }, 'done'),
  model: { name: 'gpt-5-mini', demo: false },
  recipe: 'p1/gpt-5-mini',
  generatedAt: '2026-11-22T12:00:00.000Z',
  proof: added,
  ...change,
})

test('sumUp() adds a lesson up in one sentence', () => {
  expect(sumUp(told(), 'en')).toBe(
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
    { level: { measure: 'words-per-sentence', before: 18.4, after: 12 } },
    'words per sentence 18.4 → 12',
  ],
])('sumUp() is exact where there is %s', (_case, change, words) => {
  expect(sumUp(told({ proof: { ...added, ...change } }), 'en')).toContain(words)
})

test('sumUp() says nothing of a level that was not measured, nor of proofs that are not there', () => {
  expect(sumUp(told({ proof: { ...added, level: null } }), 'en')).not.toContain('grade')
  expect(sumUp(told({ proof: undefined }), 'en')).toBe(
    '2 of 3 sections were re-told for you by gpt-5-mini (recipe p1) on 22 November 2026.',
  )
})

test('sumUp() does not praise a lesson of which nothing was re-told', () => {
  const state = { ...lesson({ one: 'kept', two: 'kept' }, 'done') }
  expect(sumUp(state, 'en')).toBe('Every section stands as the author wrote it.')
})

test('a real model is called by its name, and nothing else is', () => {
  expect(writerName({ name: 'gpt-x', demo: false })).toBe('gpt-x')
  expect(writerName({ name: 'demo-writer', demo: true })).toBe('the demo writer')
})

test.each(originalReasons)('the reason %s has words of its own that end a sentence', (reason) => {
  expect(reasonInWords(reason)).toMatch(/^(the|another|there) .*[a-z]$/)
})

const writing = { writer: 'gpt-x', writtenAt: '2026-11-22T12:00:00Z', locale: 'en' }

test.each<[string, Partial<Proof>, string]>([
  [
    'parts and links',
    {},
    '3 of 3 protected parts and 1 of 1 link are the author’s; no measurement or name added; 90 words became 120; gpt-x, 22 November 2026.',
  ],
  [
    'links alone',
    { slots: { kept: 0, total: 0 }, links: { kept: 2, total: 2 }, words: { before: 9, after: 9 } },
    '2 of 2 links kept from the author; no measurement or name added; 9 words, as in the original; gpt-x, 22 November 2026.',
  ],
  [
    'a reading grade that fell',
    { ...noParts, level: { measure: 'flesch-kincaid-grade', before: 11.2, after: 8.4 } },
    'No measurement or name added; 90 words became 120; reading grade 11 became 8; gpt-x, 22 November 2026.',
  ],
  [
    'a reading grade that moved by a hair',
    { ...noParts, level: { measure: 'flesch-kincaid-grade', before: 8.1, after: 8.4 } },
    'No measurement or name added; 90 words became 120; reading grade still 8; gpt-x, 22 November 2026.',
  ],
  [
    'sentences',
    { ...noParts, level: { measure: 'words-per-sentence', before: 21.6, after: 14.2 } },
    'No measurement or name added; 90 words became 120; 22 words a sentence became 14; gpt-x, 22 November 2026.',
  ],
  [
    'a text too short to measure',
    { ...noParts, level: { measure: 'flesch-kincaid-grade', before: null, after: 8.4 } },
    'No measurement or name added; 90 words became 120; gpt-x, 22 November 2026.',
  ],
])('proofInWords() says the facts: %s', (_, different, words) => {
  expect(proofInWords({ ...proof, ...different }, writing)).toBe(words)
})

test('proofInWords() never says that nothing was added when something was', () => {
  const invented = { identifiers: 1, measurements: 0 }
  expect(proofInWords({ ...proof, invented }, writing)).not.toContain('added')
})

test('proofInWords() without a proof or a date still says who wrote', () => {
  expect(proofInWords(null, { ...writing, writtenAt: null })).toBe('gpt-x.')
})

test('announce() speaks by the section, and by number when several arrive at once', () => {
  const before = lesson({ one: 'pending', two: 'pending', three: 'pending' })
  expect(announce(before, lesson({ one: 'arriving', two: 'pending', three: 'pending' }))).toBeUndefined()
  expect(announce(before, lesson({ one: 'rewritten', two: 'pending', three: 'pending' }))).toBe(
    'Section 1 of 3, one, is ready.',
  )
  expect(announce(before, lesson({ one: 'rewritten', two: 'kept', three: 'pending' }))).toBe(
    '2 of 3 sections are ready.',
  )
  expect(announce(before, lesson({ one: 'rewritten', two: 'kept', three: 'kept' }, 'done'))).toBe(
    'All 3 sections are here.',
  )
})

const trouble = (code: string) => ({ code, message: 'What the server said.', retryable: true })

test('troubleInWords() says what is still there', () => {
  const none = { arrived: 0, online: true, locale: 'en' }
  expect(troubleInWords(trouble('unreachable'), none)).toBe(
    'The server could not be reached. The author’s text is here in full.',
  )
  expect(troubleInWords(trouble('unreachable'), { ...none, arrived: 2 })).toContain('What had arrived stays')
})

test('troubleInWords() blames the network only where there is none', () => {
  const offline = { arrived: 0, online: false, locale: 'en' }
  expect(troubleInWords(trouble('ended-early'), offline)).toContain('You are offline.')
  expect(troubleInWords(trouble('database-unavailable'), offline)).toContain('cannot reach its database')
})

test('resumptionInWords() says that the page goes on by itself, and when', () => {
  expect(resumptionInWords(trouble('ended-early'), { online: true, locale: 'en' })).toBe(
    'The connection broke off. What is here stays; the page is asking for the rest.',
  )
  expect(resumptionInWords(trouble('ended-early'), { online: false, locale: 'en' })).toBe(
    'You are offline. What is here stays; the rest comes when the network is back.',
  )
})

test('troubleInWords() names a code that has no words, and leaves the server’s own English out', () => {
  expect(troubleInWords(trouble('never-heard-of'), { arrived: 0, online: true, locale: 'en' })).toBe(
    'Something went wrong: never-heard-of. The author’s text is here in full.',
  )
})

test.each([
  [undefined, 'tomorrow'],
  [30, 'in 1 minute'],
  [1_201, 'in 21 minutes'],
  [19_800, 'in 6 hours'],
  [86_400, 'tomorrow'],
])('troubleInWords() says when a budget that lasts %s seconds allows new versions: %s', (retryAfterSeconds, when) => {
  const reached = { ...trouble('budget-reached'), retryAfterSeconds }
  expect(troubleInWords(reached, { arrived: 0, online: true, locale: 'en' })).toContain(`written again ${when}.`)
})

type Standing = OriginalReason | 'told'

const ended = (sections: Record<string, Standing>): LessonState => {
  const state = lesson(Object.fromEntries(Object.keys(sections).map((id) => [id, 'kept'])), 'done')
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
