import type { MaskedSection } from '../../lesson/index.ts'
import { oncePer } from '../once-per.ts'
import { readOriginal } from '../reading/candidate.ts'
import { readBlocks } from '../reading/read-blocks.ts'
import type { Rule } from '../rule.ts'
import { splitSentences } from '../reading/split-sentences.ts'

/** Shorter sentences may be repeated, such as "It does not." */
const sentenceWordsMin = 4
const timesMax = 2
/** A sentence this long is never repeated in a good text. */
const longSentenceWords = 14
/** A phrase of up to this many words, repeated this often in a row within a passage, is a loop. */
const loopWordsMax = 12
const loopTimes = 4

/** Prevents a model's loops, in which a learner reads the same thing over and over. */
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

/** The phrase that a passage repeats in a row; undefined if there is none. */
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

/** The sentences that are long enough to compare, as words in lower case. */
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
