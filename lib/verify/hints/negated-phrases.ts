import { getPack, type RewriteWords } from '../../profile/index.ts'
import { oncePer } from '../once-per.ts'
import { splitSentences } from '../reading/split-sentences.ts'
import { stemOf } from './shared-words.ts'

/** A word in the form that is compared. */
export interface Word {
  readonly stem: string
  /** True if a negation is directly before it. */
  readonly negated: boolean
  /** True if it reverses or suspends what follows, as "if" and "avoid" do. */
  readonly turns: boolean
}

/** A sentence as its words, between two marks for its ends. */
export interface Sentence {
  readonly words: readonly Word[]
  /** A question states nothing; it is only used as the author's sentence that lost its negation. */
  readonly asks: boolean
}

/** Parses passages into sentences; none in a language without these words. */
export const parseSentences = (passages: readonly string[], language: string): Sentence[] => {
  const rewriting = getPack(language).negations?.rewriting
  return rewriting === undefined
    ? []
    : passages.flatMap(splitSentences).map((sentence) => readSentence(sentence, { ...lexiconOf(rewriting), language }))
}

interface Lexicon {
  readonly contractions: RewriteWords['contractions']
  readonly before: ReadonlySet<string>
  readonly after: ReadonlySet<string>
  readonly carriers: ReadonlySet<string>
  readonly turning: ReadonlySet<string>
}

const lexiconOf = oncePer(({ contractions, before, after, carriers, turning }: RewriteWords): Lexicon => ({
  contractions,
  before: readList(before),
  after: readList(after),
  carriers: readList(carriers),
  turning: readList(turning),
}))
const readList = (words: string): ReadonlySet<string> => new Set(words.split(' '))

function readSentence(sentence: string, lexicon: Lexicon & { readonly language: string }): Sentence {
  const plain = sentence.toLowerCase().replace(/\([^()]*\)/g, ' ')
  const tokens = lexicon.contractions
    .reduce((text, [short, long]) => text.replace(short, long), plain)
    .replace(/\[\[slot:k\d+\]\]/g, ' slot ')
    .match(/[\p{L}\p{N}]+/gu)
  const shorten = (token: string): string => (token.length > 3 ? stemOf(token, lexicon.language) : token)
  const words: Word[] = [{ stem: '^', negated: false, turns: false }]
  let negated = false
  let before = ''
  for (const token of [...(tokens ?? []), '$']) {
    if (lexicon.after.has(token) && !lexicon.carriers.has(before))
      words[words.length - 1] = { ...(words.at(-1) as Word), negated: true }
    if (lexicon.before.has(token)) negated = true
    else if (!lexicon.carriers.has(token)) {
      const stem = shorten(token)
      words.push({ stem, negated, turns: lexicon.turning.has(token) || lexicon.turning.has(stem) })
      negated = false
    }
    before = token
  }
  return { words, asks: sentence.endsWith('?') }
}

/** Words per phrase. */
const phraseLength = 4
/** How many words before and after a negation are compared. */
const windows: readonly (readonly [number, number])[] = [
  [2, 2],
  [1, 3],
  [3, 1],
]
/** How many words away a negation, or a word such as "if", still affects the phrase. */
const reach = { negation: 3, turn: 6 }

/** The words around a negation, without it: what a sentence would say if the negation were lost. */
export interface Phrase {
  readonly stems: readonly string[]
  /** Where among them the negation was. */
  readonly at: number
  /** How many other negations and reversing words are near. */
  readonly negations: number
  readonly turns: number
  readonly asks: boolean
}

/** The words around each negation, in each window that fits into the sentence. */
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

/** Phrases by their stems, all of one length. */
export type PhraseIndex = ReadonlyMap<string, readonly Phrase[]>

export function indexPhrases(phrases: readonly Phrase[]): PhraseIndex {
  const index = new Map<string, Phrase[]>()
  for (const phrase of phrases) {
    const key = phrase.stems.join(' ')
    index.set(key, [...(index.get(key) ?? []), phrase])
  }
  return index
}

/**
 * The phrases that sentences have without their negation, without one moved nearby, and without another reversing word.
 */
export function findSaidPlainly(phrases: PhraseIndex, sentences: readonly Sentence[]): Set<Phrase> {
  const said = new Set<Phrase>()
  for (const { words, asks } of sentences)
    for (let start = 0; start + phraseLength <= words.length; start++) {
      const key = words
        .slice(start, start + phraseLength)
        .map(({ stem }) => stem)
        .join(' ')
      for (const phrase of phrases.get(key) ?? [])
        if ((phrase.asks || !asks) && isPlain(words, start, phrase)) said.add(phrase)
    }
  return said
}

function isPlain(words: readonly Word[], start: number, phrase: Phrase): boolean {
  if (words[start + phrase.at]?.negated !== false) return false
  const { negations, turns } = countNear(words, start, phrase)
  return negations <= phrase.negations && turns <= phrase.turns
}

/**
 * Counts the negations near a phrase that begins at `start`, except its own, and the reversing words before and in it.
 */
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
