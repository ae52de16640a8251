import { splitSentences } from '../reading/split-sentences.ts'

/** A word of a sentence as it is compared. */
export interface Word {
  readonly stem: string
  /** A negation stands directly before it. */
  readonly negated: boolean
  /** It turns or suspends what follows, as "if" and "avoid" do. */
  readonly turns: boolean
}

const negation = new Set(['not', 'never', 'no', 'nor', 'neither', 'without'])
/** They negate the word before them: "add nothing". */
const objects = new Set(['nothing', 'nobody', 'none', 'nowhere'])
/** They come and go with a negation: "does not move", "moves". */
const carriers = new Set(['do', 'does', 'did'])
/** Words that turn or suspend a statement by other means than a negation. */
const turning = new Set(
  'if when whether unless until before instead rather lest avoid prevent fail refuse unable impossible hardly rarely seldom stop only except false wrong forbidden myth imagine suppose would longer'.split(
    ' ',
  ),
)

/** A sentence as its words between two marks for its ends. */
export interface Sentence {
  readonly words: readonly Word[]
  /** A question states nothing; only one of the author's can lose its negation. */
  readonly asks: boolean
}

/** The sentences of an English text. */
export const readSentences = (passages: readonly string[]): Sentence[] =>
  passages.flatMap(splitSentences).map(readSentence)

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
  const words: Word[] = [{ stem: '^', negated: false, turns: false }]
  let negated = false
  let before = ''
  for (const token of [...(tokens ?? []), '$']) {
    if (objects.has(token) && !carriers.has(before))
      words[words.length - 1] = { ...(words.at(-1) as Word), negated: true }
    if (negation.has(token)) negated = true
    else if (!carriers.has(token)) {
      words.push({ stem: stemOf(token), negated, turns: turning.has(token) || turning.has(stemOf(token)) })
      negated = false
    }
    before = token
  }
  return { words, asks: sentence.endsWith('?') }
}

const stemOf = (token: string): string => (token.length > 3 ? token.replace(/(?:ies|es|s|ed|ing|y|e)$/, '') : token)

/** How many words before and after a negation are compared. */
const windows: readonly (readonly [number, number])[] = [
  [2, 2],
  [1, 3],
  [3, 1],
]
/** A negation further away than so many words has nothing to do with the phrase; nor has "if". */
const reach = { negation: 3, turn: 6 }

/** The words around a negation, without it: what a sentence would say if it were lost. */
export interface Phrase {
  readonly stems: readonly string[]
  /** Where among them the negation stands. */
  readonly at: number
  /** How many other negations, and how many turns of the thought, stand near. */
  readonly negations: number
  readonly turns: number
  readonly asks: boolean
}

/** The words around each negation, in each of the windows that the sentence has room for. */
export function findNegatedPhrases(sentences: readonly Sentence[]): Phrase[] {
  return sentences.flatMap(({ words, asks }) =>
    words.flatMap(({ negated }, at) =>
      windows
        .filter(([before, after]) => negated && at >= before && at + after <= words.length)
        .map(([before, after]) => {
          const stems = words.slice(at - before, at + after).map(({ stem }) => stem)
          return { stems, at: before, asks, ...countNear(words, at - before, { stems, at: before }) }
        }),
    ),
  )
}

/** Whether one of the sentences says a phrase without its negation, one moved nearby, or another turn of the thought. */
export function saysPlainly(sentences: readonly Sentence[], phrase: Phrase): boolean {
  const { stems, at } = phrase
  const isPlain = (words: readonly Word[], start: number): boolean => {
    if (words[start + at]?.negated !== false || stems.some((stem, index) => words[start + index]?.stem !== stem))
      return false
    const { negations, turns } = countNear(words, start, phrase)
    return negations <= phrase.negations && turns <= phrase.turns
  }
  return sentences.some(
    ({ words, asks }) => (phrase.asks || !asks) && words.some((_word, start) => isPlain(words, start)),
  )
}

/** Counts the negations near a phrase that begins at `start`, without its own, and the turns before and in it. */
function countNear(
  words: readonly Word[],
  start: number,
  { stems, at }: Pick<Phrase, 'stems' | 'at'>,
): Pick<Phrase, 'negations' | 'turns'> {
  const end = start + stems.length
  const near = words.slice(Math.max(0, start - reach.negation), end + 1).filter(({ negated }) => negated).length
  return {
    negations: near - (words[start + at]?.negated ? 1 : 0),
    turns: words.slice(Math.max(0, start - reach.turn), end).filter(({ turns }) => turns).length,
  }
}
