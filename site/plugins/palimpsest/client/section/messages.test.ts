import { expect, test } from 'vitest'
import { aProof } from '../../../../../test/support/a-proof.ts'
import type { Proof } from '../../../../../lib/contract/wire-events.ts'
import { formatProof } from './messages.ts'

const proof = aProof({
  slots: { kept: 3, total: 3 },
  links: { kept: 1, total: 1 },
  words: { before: 90, after: 120 },
  readability: null,
})

const noParts = { slots: { kept: 0, total: 0 }, links: { kept: 0, total: 0 } }

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
    { ...noParts, readability: { measure: 'flesch-kincaid-grade', before: 11.2, after: 8.4 } },
    'No measurement or name added; 90 words became 120; reading grade 11 became 8; gpt-x, 22 November 2026.',
  ],
  [
    'a reading grade that moved by a hair',
    { ...noParts, readability: { measure: 'flesch-kincaid-grade', before: 8.1, after: 8.4 } },
    'No measurement or name added; 90 words became 120; reading grade still 8; gpt-x, 22 November 2026.',
  ],
  [
    'sentences',
    { ...noParts, readability: { measure: 'words-per-sentence', before: 21.6, after: 14.2 } },
    'No measurement or name added; 90 words became 120; 22 words a sentence became 14; gpt-x, 22 November 2026.',
  ],
  [
    'a text too short to measure',
    { ...noParts, readability: { measure: 'flesch-kincaid-grade', before: null, after: 8.4 } },
    'No measurement or name added; 90 words became 120; gpt-x, 22 November 2026.',
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
