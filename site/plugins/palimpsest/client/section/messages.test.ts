import { expect, test } from 'vitest'
import { aProof } from '../../../../../test/support/a-proof.ts'
import type { Proof } from '../../../../../lib/contract/wire-events.ts'
import { formatProof } from './messages.ts'

const proof = aProof({
  slots: { preserved: 3, total: 3 },
  links: { preserved: 1, total: 1 },
  words: { before: 90, after: 120 },
  readability: null,
})

const noParts = { slots: { preserved: 0, total: 0 }, links: { preserved: 0, total: 0 } }

const writing = { writer: 'gpt-x', writtenAt: '2026-11-22T12:00:00Z', locale: 'en' }

test.each<[string, Partial<Proof>, string]>([
  [
    'parts and links',
    {},
    'Formulas, code and links unchanged. No names or measurements added. 90 → 120 words. gpt-x, 22 November 2026.',
  ],
  [
    'links alone',
    { slots: { preserved: 0, total: 0 }, links: { preserved: 2, total: 2 }, words: { before: 9, after: 9 } },
    'Links unchanged. No names or measurements added. 9 words, as in the original. gpt-x, 22 November 2026.',
  ],
  [
    'a reading grade that fell',
    { ...noParts, readability: { measure: 'flesch-kincaid-grade', before: 11.2, after: 8.4 } },
    'No names or measurements added. 90 → 120 words, grade 11 → 8. gpt-x, 22 November 2026.',
  ],
  [
    'a reading grade that moved by a hair',
    { ...noParts, readability: { measure: 'flesch-kincaid-grade', before: 8.1, after: 8.4 } },
    'No names or measurements added. 90 → 120 words, grade 8. gpt-x, 22 November 2026.',
  ],
  [
    'sentences',
    { ...noParts, readability: { measure: 'words-per-sentence', before: 21.6, after: 14.2 } },
    'No names or measurements added. 90 → 120 words, 22 → 14 words per sentence. gpt-x, 22 November 2026.',
  ],
  [
    'a text too short to measure',
    { ...noParts, readability: { measure: 'flesch-kincaid-grade', before: null, after: 8.4 } },
    'No names or measurements added. 90 → 120 words. gpt-x, 22 November 2026.',
  ],
])('formatProof() says the facts: %s', (_, different, words) => {
  expect(formatProof({ ...proof, ...different }, writing)).toBe(words)
})

test('formatProof() never says that nothing was added when something was', () => {
  const invented = { identifiers: 1, measurements: 0 }
  expect(formatProof({ ...proof, invented }, writing)).not.toContain('added')
})

test('formatProof() without a proof or a date still says who wrote', () => {
  expect(formatProof(null, { ...writing, writtenAt: null })).toBe('gpt-x.')
})
