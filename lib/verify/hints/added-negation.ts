import { countWords } from '../../text/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import { countNegations, countOtherNegations, saysNoNowhere } from './count-negations.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import { countShared, findSameSentence, readContentWords } from './shared-words.ts'
import { splitSentences } from '../reading/split-sentences.ts'

/** Two sentences tell the same when they share so many words, and so large a part of the shorter one's. */
const same = { sharedMin: 3, partMin: 0.3 }
/** What is negated is told by so many words after the "not"; and it is the author's when half of them are. */
const negated = { wordsMax: 3, partMin: 0.5 }

/**
 * Finds a sentence or passage that negates what the author only states. Writers say no in new places all the time, so a
 * sentence is only held against the author's that tells the same, says no in no way, and has the words that are negated;
 * and a translated passage only against its own, in which nothing may be told by a "not". For whole texts.
 */
export function findAddedNegation(candidate: Candidate, task: WritingTask): string | undefined {
  const before = readBlocks(readOriginal(task.masked)).passages
  const after = readBlocks(candidate).passages
  if (!task.translating) return task.language === 'en' ? findInRetelling(before, after) : undefined
  if (task.language !== 'ur' || task.lesson.language !== 'en' || before.length !== after.length) return undefined
  return after.find((passage, index) => negatesMore(passage, before[index] ?? ''))
}

function findInRetelling(before: readonly string[], after: readonly string[]): string | undefined {
  const author = before.flatMap(splitSentences)
  return after.flatMap(splitSentences).find((sentence) => {
    const at = findSameSentence(sentence, author, same)
    const told = at === undefined ? undefined : author[at]
    return told !== undefined && saysNoNowhere(told) && negatesWordsOf(told, sentence)
  })
}

/** "Do not read the mean alone" and "never before it is tested" restrict what is said, and do not deny it. */
const restricting = /\b(?:alone|only|just|merely|before|until|unless|without|every|all|always|yet)\b/iu
const not = /\b(?:not|never|cannot|\p{L}+n['’]t)\b/giu

const negatesWordsOf = (told: string, sentence: string): boolean =>
  [...sentence.matchAll(not)].some(({ 0: found, index }) => {
    const [clause = ''] = sentence.slice(index + found.length).split(/[,;:.!?()—]|\b(?:but|because|if|when|than)\b/u)
    const words = new Set([...readContentWords(clause)].slice(0, negated.wordsMax))
    const shared = countShared(words, readContentWords(told))
    return !restricting.test(clause) && shared > 0 && shared / words.size >= negated.partMin
  })

/** Longer than so many times its source, a passage tells of more than its own. */
const ownWordsMax = 1.8
/** "However", "not only", "or not", "until", "some" and the second of "neither, nor": their "no" in Urdu denies nothing. */
const urduIdioms =
  /کیوں نہ(?:یں|)(?!\p{L})|نہ صرف|یا نہیں(?!\p{L})|(?<=جب تک [^۔]*)نہ(?:یں|)(?!\p{L})|(\p{L}+) نہ \1(?!\p{L})|(?<=نہ [^۔]*)[، ]نہ(?!\p{L})/gu
/** What English says without a negation, and Urdu often with one. */
const otherInUrdu = /\b(?:before|only|leav\p{L}+|left|too|limit\p{L}*|within|than|otherwise|although|lest)\b/giu

function negatesMore(passage: string, source: string): boolean {
  if (countWords(passage) > countWords(source) * ownWordsMax) return false
  const count = (text: string, language: string): number => countNegations(text, language) ?? 0
  const may = count(source, 'en') + countOtherNegations(source) + (source.match(otherInUrdu)?.length ?? 0)
  return count(passage.replace(urduIdioms, ' $1 '), 'ur') > may
}
