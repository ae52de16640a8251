import type { DemoTask } from './writing-task.ts'

/** The style of a rewrite: what the rules do, and how much of it. */
export interface ReadingStyle {
  readonly level: 'beginner' | 'middle' | 'expert'
  /** Sentences with more words than this are split where it is safe. */
  readonly sentenceWordsMax: number
  /** Limit of explained glossary terms. */
  readonly terms: number
  /** Terms that the section only mentions are explained while fewer than this many are. */
  readonly passingTerms: number
  readonly comparisons: boolean
  readonly plainWords: boolean
  readonly steps: boolean
  /** Whether incidental examples are left out, too. */
  readonly terse: boolean
}

/** From the plainest style to the tersest; the level moves one step. */
const ladder: readonly [ReadingStyle, ...ReadingStyle[]] = [
  {
    level: 'beginner',
    sentenceWordsMax: 13,
    terms: 2,
    passingTerms: 2,
    comparisons: true,
    plainWords: true,
    steps: true,
    terse: false,
  },
  {
    level: 'beginner',
    sentenceWordsMax: 18,
    terms: 2,
    passingTerms: 1,
    comparisons: true,
    plainWords: true,
    steps: true,
    terse: false,
  },
  {
    level: 'middle',
    sentenceWordsMax: 28,
    terms: 1,
    passingTerms: 1,
    comparisons: false,
    plainWords: false,
    steps: false,
    terse: false,
  },
  {
    level: 'expert',
    sentenceWordsMax: Infinity,
    terms: 0,
    passingTerms: 0,
    comparisons: false,
    plainWords: false,
    steps: false,
    terse: false,
  },
  {
    level: 'expert',
    sentenceWordsMax: Infinity,
    terms: 0,
    passingTerms: 0,
    comparisons: false,
    plainWords: false,
    steps: false,
    terse: true,
  },
]
const levelSteps = { simpler: -1, 'as-is': 0, deeper: 1 } as const

/** Chooses the style by the prompt's facets and level. */
export function readingStyle({ reader, level }: Pick<DemoTask, 'reader' | 'level'>): ReadingStyle {
  const rung = rungOf(reader) + levelSteps[level]
  const style = ladder[Math.min(Math.max(rung, 0), ladder.length - 1)] ?? ladder[0]
  const knowsTheTerms = reader['robotics_background'] === 'true' && level !== 'simpler'
  return knowsTheTerms ? { ...style, terms: 0, passingTerms: 0 } : style
}

/** Prior knowledge of robots decides first; education and knowledge of AI adjust it. */
function rungOf(reader: DemoTask['reader']): number {
  const studied = reader['education_level'] === 'graduate' || reader['education_level'] === 'professional'
  if (reader['robotics_background'] !== 'true') return studied ? 2 : 1
  const isNewToAi = reader['ai_ml_experience'] === 'none'
  return reader['education_level'] === 'high_school' || isNewToAi ? 2 : 3
}
