import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { getPack } from '../../profile/index.ts'
import { countWords } from '../../text/index.ts'
import type { Readability } from '../../contract/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import { readSentences } from '../reading/read-sentences.ts'

/** Less text than this is not measured: one long word or sentence would decide. */
const sentencesMin = 3
const wordsMin = 40

/**
 * How hard a section and its rewrite are to read, to one decimal; null for a side with too little text, and null
 * altogether if that is both. English is graded by Flesch-Kincaid (school years, from words per sentence and syllables
 * per word). That formula holds for English only; every other language, and a translation, which needs one measure for
 * both sides, is measured in words per sentence.
 */
export function measureReadability(candidate: Pick<Candidate, 'tree'>, task: WritingTask): Readability | null {
  if (task.kind === 'note') return null
  const measure = measureFor(task)
  const before = measureAuthor(task)
  const after = measures[measure](readSentences(candidate))
  return before === null && after === null ? null : { measure, before, after }
}

const measureFor = ({ language, lesson }: WritingTask): Readability['measure'] =>
  (language === lesson.language ? getPack(language).gradedBy : undefined) ?? 'words-per-sentence'

/** The section's readability by the task's measure, computed once. */
const measureAuthor = oncePer((task: WritingTask) =>
  measures[measureFor(task)](readSentences(readOriginal(task.masked))),
)

type Measure = (sentences: readonly string[]) => number | null

const measures: Readonly<Record<Readability['measure'], Measure>> = {
  'flesch-kincaid-grade': (sentences) => {
    const words = sentences.flatMap(readWords)
    return rate(sentences, fleschKincaid({ sentence: sentences.length, word: words.length, syllable: sum(words) }))
  },
  'words-per-sentence': (sentences) => rate(sentences, countWords(sentences.join(' ')) / sentences.length),
}

function rate(sentences: readonly string[], value: number): number | null {
  if (sentences.length < sentencesMin || countWords(sentences.join(' ')) < wordsMin) return null
  return Math.round(value * 10) / 10
}

const readWords = (sentence: string): string[] => sentence.split(' ').filter((word) => countWords(word) > 0)

/** A number, which has no letters, counts as a word of one syllable. */
const sum = (words: readonly string[]): number => words.reduce((all, word) => all + Math.max(1, syllable(word)), 0)
