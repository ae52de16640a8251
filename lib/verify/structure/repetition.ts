import type { MaskedSection } from '../../lesson/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import type { Rule } from '../rule.ts'
import { splitSentences } from '../reading/split-sentences.ts'

/** Shorter sentences may well come back, such as "It does not." */
const sentenceWordsMin = 4
const timesMax = 2
/** One so long never comes back in a text that is well. */
const longSentenceWords = 14
/** A phrase of up to so many words that follows itself so often, within a passage, is a loop. */
const loopWordsMax = 12
const loopTimes = 4

/** Harm prevented: a model that is caught in a loop, and a learner who reads the same thing over and over. */
export const repetition: Rule = ({ masked }) => {
  const before = countAuthorSentences(masked)
  const times = new Map<string, number>()
  const repeats = (sentence: string): boolean => {
    const count = (times.get(sentence) ?? 0) + 1
    times.set(sentence, count)
    return count > Math.max(timesFor(sentence), before.get(sentence) ?? 0)
  }
  return {
    part: (part) => {
      const { passages } = readBlocks(part)
      const [repeated] = readComparable(passages).flatMap((sentence) => (repeats(sentence) ? [sentence] : []))
      const looping = repeated ?? passages.map(findLoop).find((phrase) => phrase !== undefined)
      return looping === undefined
        ? []
        : [{ reason: 'repetition', message: `Say it once: "${looping.trim().slice(0, 80)}".` }]
    },
  }
}

const countAuthorSentences = oncePer((masked: MaskedSection) => {
  const times = new Map<string, number>()
  for (const sentence of readComparable(readBlocks(readOriginal(masked)).passages))
    times.set(sentence, (times.get(sentence) ?? 0) + 1)
  return times
})

/** The phrase that a passage says over and over, one after the other. */
function findLoop(passage: string): string | undefined {
  const words = passage.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (let length = 1; length <= loopWordsMax; length++) {
    let same = 0
    for (let at = length; at < words.length; at++) {
      same = words[at] === words[at - length] ? same + 1 : 0
      if (same >= length * (loopTimes - 1)) return words.slice(at - length + 1, at + 1).join(' ')
    }
  }
  return undefined
}

const countWords = (text: string): number => text.split(' ').length
const timesFor = (text: string): number => (countWords(text) >= longSentenceWords ? 1 : timesMax)

/** The sentences that are long enough to be compared, as they are: words in small letters, and nothing else. */
const readComparable = (passages: readonly string[]): string[] =>
  passages
    .flatMap(splitSentences)
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N} ]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((sentence) => countWords(sentence) >= sentenceWordsMin)
