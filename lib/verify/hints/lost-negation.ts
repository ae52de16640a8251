import type { WritingTask } from '../../prompt/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import { countNegations, countSentenceNegations, saysNoNowhere } from './count-negations.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { findSameSentence } from './shared-words.ts'
import { splitSentences } from '../reading/split-sentences.ts'

/** Shorter passages, such as "No slipping" in a table, are said in too many ways. */
const passageWordsMin = 4
/** Two sentences tell the same when they share so many words, and so large a part of the shorter one's. */
const same = { sharedMin: 3, partMin: 0.5 }

/**
 * Finds a sentence or passage of the author whose "not" got lost while it was told in other words. A rewrite may negate
 * more than the author, never less; and a sentence that tells what one of the author's negates needs a negation in it or
 * beside it. For whole texts.
 */
export function findLostNegation(candidate: Candidate, task: WritingTask): string | undefined {
  const before = readBlocks(readOriginal(task.masked)).passages
  const after = readBlocks(candidate).passages
  return task.translating ? findInTranslation(before, after, task) : findInRetelling(before, after, task)
}

/**
 * The same of a translation that is being written: the passage that its last whole one stands for, where the text says "not"
 * less often than the author has up to there. Who says it further on has these passages shown late, at the section's end.
 */
export function findLostSoFar(candidate: Candidate, task: WritingTask): string | undefined {
  const before = readBlocks(readOriginal(task.masked)).passages
  const after = readBlocks(candidate).passages
  const soFar = before.slice(0, after.length)
  return saysNoLess(soFar, after, task) ? undefined : findByPlace(soFar, after, task)
}

function findInTranslation(before: readonly string[], after: readonly string[], task: WritingTask): string | undefined {
  if (before.length === after.length) return findByPlace(before, after, task)
  return saysNoLess(before, after, task) ? undefined : before.join(' ')
}

const findByPlace = (before: readonly string[], after: readonly string[], task: WritingTask): string | undefined =>
  before.find(
    (passage, index) =>
      passage.split(' ').length >= passageWordsMin && !saysNoLess([passage], [after[index] ?? ''], task),
  )

/** Whether a translation negates at least as often as its author; also where the language's negations are not known. */
function saysNoLess(before: readonly string[], after: readonly string[], { lesson, language }: WritingTask): boolean {
  const told = countNegations(after.join('\n'), language)
  return told === undefined || told >= (countNegations(before.join('\n'), lesson.language) ?? 0)
}

function findInRetelling(
  before: readonly string[],
  after: readonly string[],
  { language }: WritingTask,
): string | undefined {
  if (language !== 'en') return undefined
  const author = before.flatMap(splitSentences)
  const told = after.flatMap(splitSentences)
  const isNegated = (sentence: string): boolean => countSentenceNegations(sentence) > 0
  const sum = (sentences: readonly string[], count: (sentence: string) => number): number =>
    sentences.reduce((total, sentence) => total + count(sentence), 0)
  const gained = Math.max(0, sum(told, countSubstitutes) - sum(author, countSubstitutes))
  if (sum(told, countSentenceNegations) + gained < sum(author, countSentenceNegations)) return author.find(isNegated)
  return author.find((sentence) => isNegated(sentence) && isToldPlainly(sentence, told))
}

/** Words that stand for a negation: "keeps bodies from passing" for "bodies do not pass". */
const substitutes = /\b(?:avoid|prevent|unable|lack|miss(?:es|ing)|absent|refus|fail|keeps?\b[^.]{1,40}\bfrom\b)/giu
const countSubstitutes = (sentence: string): number => sentence.match(substitutes)?.length ?? 0

/** Whether the sentence that tells the same, and those beside it, say no in no way. */
function isToldPlainly(sentence: string, told: readonly string[]): boolean {
  const at = findSameSentence(sentence, told, same)
  return at !== undefined && told.slice(Math.max(0, at - 1), at + 2).every(saysNoNowhere)
}
