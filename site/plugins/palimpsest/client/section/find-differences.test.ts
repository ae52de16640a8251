import { expect, test } from 'vitest'
import { differenceMessage } from './messages.ts'
import type { Answers } from '../../../../../lib/profile/answers.ts'
import type { Proof } from '../../../../../lib/contract/wire-events.ts'
import { aProof } from '../../../../../test/support/a-proof.ts'
import { findDifferences, type Difference } from './find-differences.ts'

const newcomer: Answers = {
  preferred_language: 'en',
  education_level: 'undergraduate',
  programming_experience: 'none',
  robotics_background: false,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}
const expert: Answers = {
  ...newcomer,
  education_level: 'professional',
  programming_experience: 'advanced',
  robotics_background: true,
}
const prose = ['preferred_language', 'education_level', 'robotics_background']
const grades = (before: number | null, after: number | null): Proof['readability'] => ({
  measure: 'flesch-kincaid-grade',
  before,
  after,
})

interface Case {
  readonly answers?: Answers
  readonly facets?: readonly string[]
  readonly words?: readonly [number, number]
  readonly readability?: Proof['readability']
  readonly level?: 'as-is' | 'simpler' | 'deeper'
  readonly variant?: 0 | 1 | 2
  readonly to?: string
}

function differences({
  answers = newcomer,
  facets = prose,
  words = [100, 100],
  readability = null,
  level = 'as-is',
  variant = 0,
  to = 'en',
}: Case) {
  const [before, after] = words
  const proof = aProof({ words: { before, after }, readability })
  return findDifferences({ answers, section: { facets, proof, level, variant }, from: 'en', to })
}

const table: [string, Case, string[]][] = [
  ['a longer text for a newcomer', { words: [100, 120] }, ['explained-more: robotics_background']],
  ['one word short of longer', { words: [100, 114] }, ['for-reader: education_level robotics_background']],
  [
    'code explained to one who never programmed',
    { words: [100, 150], facets: [...prose, 'programming_experience'] },
    ['explained-more: programming_experience robotics_background'],
  ],
  [
    'a longer text for an expert is no explanation',
    { answers: expert, words: [100, 150] },
    ['for-reader: education_level robotics_background'],
  ],
  [
    'a shorter text for an expert',
    { answers: expert, words: [100, 80] },
    ['shorter: education_level robotics_background'],
  ],
  [
    'a shorter text for a newcomer is no favour',
    { words: [100, 80] },
    ['for-reader: education_level robotics_background'],
  ],
  ['two grades easier for a newcomer', { readability: grades(11, 9) }, ['simpler-words: robotics_background']],
  ['half a grade easier', { readability: grades(11, 10.5) }, ['for-reader: education_level robotics_background']],
  ['too little text to measure', { readability: grades(null, 9) }, ['for-reader: education_level robotics_background']],
  [
    'longer and easier',
    { words: [100, 120], readability: grades(11, 8) },
    ['explained-more: robotics_background', 'simpler-words: robotics_background'],
  ],
  [
    'a translation claims nothing of length',
    { words: [100, 160], to: 'ur' },
    ['translated: preferred_language', 'for-reader: education_level robotics_background'],
  ],
  ['the level', { level: 'deeper' }, ['for-reader: education_level robotics_background', 'level-deeper: ']],
  ['another variant', { variant: 2 }, ['for-reader: education_level robotics_background', 'other-version: ']],
  ['a section that depends on no answer', { facets: [] }, []],
]

test.each(table)('%s', (_, given, expected) => {
  expect(differences(given).map(({ kind, because }) => `${kind}: ${because.join(' ')}`)).toEqual(expected)
})

test('without a proof nothing is claimed but for whom it was written', () => {
  const section = { facets: prose, proof: null, level: 'as-is', variant: 0 } as const
  expect(findDifferences({ answers: newcomer, section, from: 'en', to: 'en' }).map(({ kind }) => kind)).toEqual([
    'for-reader',
  ])
})

test.each<[Difference['kind'], string]>([
  ['translated', 'In the language you chose'],
  ['explained-more', 'More explanation: new to robotics'],
  ['shorter', 'Shorter: new to robotics'],
  ['simpler-words', 'Easier to read: new to robotics'],
  ['for-reader', 'Written for: new to robotics'],
  ['level-simpler', 'Simpler, as you asked'],
  ['level-deeper', 'In more depth, as you asked'],
  ['other-version', 'Explained differently, as you asked'],
])('the difference %s is said as "%s"', (kind, words) => {
  expect(differenceMessage({ kind, because: [] }, 'new to robotics')).toBe(words)
})
