import type { WritingTask } from '../../prompt/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'
import { countNegations, countSentenceNegations, countSubstitutes, saysNoNowhere } from '../reading/count-negations.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { findSameSentence } from './shared-words.ts'
import { readContentSentences, type ContentSentence } from './content-sentence.ts'

/** Shorter passages, such as "No slipping" in a table, can be phrased in too many ways. */
const passageWordsMin = 4
/** Two sentences count as the same if they share this many words, and this share of the shorter one's. */
const same = { sharedMin: 3, partMin: 0.5 }

/** An author's passage, with its negations and the sum of those up to it. */
interface AuthorPassage {
  readonly text: string
  readonly negations: number
  readonly negationsSoFar: number
}

/** The author's passages, read once per task. */
const readAuthorPassages = oncePer(({ masked, lesson }: WritingTask): AuthorPassage[] => {
  let negationsSoFar = 0
  return readBlocks(readOriginal(masked)).passages.map((text) => {
    const negations = countNegations(text, lesson.language) ?? 0
    negationsSoFar += negations
    return { text, negations, negationsSoFar }
  })
})

/**
 * Finds an author's passage whose "not" was lost in a translation. A translation may have more negations than the
 * author, never fewer. Languages without known negations are skipped.
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
 * The same for a translation that is still being written, passage by passage: returns the author's passage with more
 * negations, while the translation has fewer in all than the author up to there. One that adds its negations later is
 * shown late.
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
 * Finds an author's sentence whose "not" was lost in a rewrite in the same language: a sentence that says the same
 * needs a negation in it or next to it.
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
