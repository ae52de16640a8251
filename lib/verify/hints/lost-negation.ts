import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'
import { countNegations, countSentenceNegations, countSubstitutes, saysNoNowhere } from '../reading/count-negations.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { findSameSentence } from './shared-words.ts'
import { readContentSentences, type ContentSentence } from './content-sentence.ts'

/** Shorter passages, such as "No slipping" in a table, are said in too many ways. */
const passageWordsMin = 4
/** Two sentences tell the same when they share so many words, and so large a part of the shorter one's. */
const same = { sharedMin: 3, partMin: 0.5 }

/** A passage of the author's, and how often it and those before it say no. */
interface AuthorPassage {
  readonly text: string
  readonly negations: number
  readonly negationsSoFar: number
}

/** The author's passages, read once for a task. */
const readAuthorPassages = oncePer(({ masked, lesson }: WritingTask): AuthorPassage[] => {
  let negationsSoFar = 0
  return readBlocks(readOriginal(masked)).passages.map((text) => {
    const negations = countNegations(text, lesson.language) ?? 0
    negationsSoFar += negations
    return { text, negations, negationsSoFar }
  })
})

/**
 * Finds a passage of the author whose "not" got lost in a translation. It may negate more than the author, never less. A language
 * whose negations are not known loses none.
 */
export function findLostInTranslation(after: readonly string[], task: WritingTask): string | undefined {
  const author = readAuthorPassages(task)
  const found = after.map((passage) => countNegations(passage, task.language))
  if (author.length === after.length) return author.find((passage, index) => losesNegation(passage, found[index]))?.text
  const sum = found.reduce<number>((all, count) => all + (count ?? Infinity), 0)
  return sum >= (author.at(-1)?.negationsSoFar ?? 0) ? undefined : author.map(({ text }) => text).join(' ')
}

const losesNegation = ({ text, negations }: AuthorPassage, found: number | undefined): boolean =>
  found !== undefined && found < negations && text.split(' ').length >= passageWordsMin

/**
 * The same of a translation that is being written, passage by passage: where it says "not" less often so far than the author
 * has up to there, the passage that stands for one of the author's with more. Who says it further on is shown late.
 */
export function followTranslation(task: WritingTask): (passages: readonly string[]) => string | undefined {
  const author = readAuthorPassages(task)
  let [at, found] = [0, 0]
  let lost: string | undefined
  return (passages) => {
    for (const passage of passages) {
      const count = countNegations(passage, task.language)
      const source = author[at++]
      found += count ?? Infinity
      if (source && losesNegation(source, count)) lost ??= source.text
    }
    const soFar = author[Math.min(at, author.length) - 1]?.negationsSoFar ?? 0
    return found < soFar ? lost : undefined
  }
}

interface AuthorSentences {
  readonly negated: readonly ContentSentence[]
  readonly negations: number
  readonly substitutes: number
}

const readAuthorSentences = oncePer(({ masked, language }: WritingTask): AuthorSentences => {
  const sentences = readContentSentences(readBlocks(readOriginal(masked)).passages, language)
  return {
    negated: sentences.filter(({ text }) => countSentenceNegations(text, language) > 0),
    negations: sum(sentences, (text) => countSentenceNegations(text, language)),
    substitutes: sum(sentences, (text) => countSubstitutes(text, language)),
  }
})

const sum = (sentences: readonly ContentSentence[], count: (sentence: string) => number): number =>
  sentences.reduce((total, { text }) => total + count(text), 0)

/**
 * Finds a sentence of the author whose "not" got lost while it was told in other words of its language: a sentence that tells
 * what one of the author's negates needs a negation in it or beside it.
 */
export function findLostInRewrite(after: readonly string[], task: WritingTask): string | undefined {
  const { language } = task
  const author = readAuthorSentences(task)
  const found = readContentSentences(after, language)
  const gained = Math.max(0, sum(found, (text) => countSubstitutes(text, language)) - author.substitutes)
  const negations = sum(found, (text) => countSentenceNegations(text, language))
  if (negations + gained < author.negations) return author.negated[0]?.text
  const others = found.map(({ words }) => words)
  const isStatedPlainly = ({ words }: ContentSentence): boolean => {
    const at = findSameSentence(words, others, same)
    return (
      at !== undefined && found.slice(Math.max(0, at - 1), at + 2).every(({ text }) => saysNoNowhere(text, language))
    )
  }
  return author.negated.find(isStatedPlainly)?.text
}
