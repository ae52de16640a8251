import { splitSentences } from './split-sentences.ts'

/** A word of a sentence as it is compared: its stem, and whether a negation stands directly before it. */
export interface Word {
  readonly stem: string
  readonly negated: boolean
}

const negation = new Set(['not', 'never', 'no', 'nor', 'neither', 'without'])
/** They come and go with a negation: "does not move", "moves". */
const carriers = new Set(['do', 'does', 'did'])
/** Words that turn or suspend a statement by other means than a negation. */
const turning = new Set(
  'if when whether unless until instead rather lest avoid prevent fail refuse unable impossible hardly rarely seldom stop only except false wrong forbidden myth imagine suppose would longer'.split(
    ' ',
  ),
)

/** A sentence as its words between two marks for its ends. */
export interface Sentence {
  readonly words: readonly Word[]
  readonly turning: number
}

/** The statements of an English text; questions state nothing. */
export function readStatements(passages: readonly string[]): Sentence[] {
  return passages
    .flatMap(splitSentences)
    .filter((sentence) => !sentence.endsWith('?'))
    .map(readSentence)
}

function readSentence(sentence: string): Sentence {
  const tokens = sentence
    .toLowerCase()
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\bcan['’]t\b/g, 'can not')
    .replace(/\bwon['’]t\b/g, 'will not')
    .replace(/n['’]t\b/g, ' not')
    .replace(/\[\[slot:k\d+\]\]/g, ' slot ')
    .match(/[\p{L}\p{N}]+/gu)
  const words: Word[] = [{ stem: '^', negated: false }]
  let negated = false
  for (const token of [...(tokens ?? []), '$']) {
    if (negation.has(token)) negated = true
    else if (!carriers.has(token)) {
      words.push({ stem: stemOf(token), negated })
      negated = false
    }
  }
  return { words, turning: (tokens ?? []).filter((token) => turning.has(stemOf(token)) || turning.has(token)).length }
}

const stemOf = (token: string): string => (token.length > 3 ? token.replace(/(?:ies|es|s|ed|ing|y|e)$/, '') : token)

/** Words around a negation, so many before and after it; the first pair that the sentence has room for counts. */
const windows: readonly (readonly [number, number])[] = [
  [2, 2],
  [1, 3],
  [3, 1],
]
/** A negation further away than this has nothing to do with the words. */
const reach = 3

export interface Phrase {
  readonly stems: readonly string[]
  readonly sentence: Sentence
}

/** The words around each negation, without it: what a sentence would say if it were lost. */
export function findNegatedPhrases(sentences: readonly Sentence[]): Phrase[] {
  return sentences.flatMap((sentence) =>
    sentence.words.flatMap(({ negated }, at) =>
      negated
        ? windows.flatMap(([before, after]) =>
            at >= before && at + after <= sentence.words.length
              ? [{ stems: sentence.words.slice(at - before, at + after).map(({ stem }) => stem), sentence }]
              : [],
          )
        : [],
    ),
  )
}

/** Whether one of the sentences says a phrase without a negation near it, and without another turn of the thought. */
export function saysPlainly(sentences: readonly Sentence[], { stems, sentence }: Phrase): boolean {
  return sentences.some(
    ({ words, turning: turns }) =>
      turns <= sentence.turning &&
      words.some(
        (_word, at) =>
          stems.every((stem, index) => words[at + index]?.stem === stem) &&
          !words.slice(Math.max(0, at - reach), at + stems.length + 1).some(({ negated }) => negated),
      ),
  )
}
