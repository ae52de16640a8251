import { countWords } from '../../../lib/text/index.ts'
import { beginsWithSubject, capitalise, isBalanced, isClause, standsAlone } from '../clause.ts'
import { mapSentences, type Draft } from '../draft.ts'

/** A place where a sentence may be split, and how the second half begins then. */
interface Joint {
  readonly mark: RegExp
  readonly opening: string
  /** True if it only joins clauses; "and" joins anything. */
  readonly joinsClauses: boolean
  readonly isSafe?: (first: string, rest: string) => boolean
}

const halfWordsMin = 5
const denial = /\b(?:not|no|never|nobody|nothing|cannot|hardly)\b|n't\b/i
/** A clause to which the words after "and" might still belong. */
const subordinate = /\b(?:because|since|so that|although|while|until|when|where|which|who|before|after)\b/i
const joints: readonly Joint[] = [
  { mark: /; /g, opening: '', joinsClauses: true, isSafe: (first) => !first.includes(';') },
  { mark: /, and (?!that\b)/g, opening: '', joinsClauses: false, isSafe: (first) => !subordinate.test(first) },
  { mark: /, but (?!not\b)/g, opening: 'but ', joinsClauses: true },
  { mark: /, so (?!that\b)/g, opening: 'so ', joinsClauses: true },
  {
    mark: /, because /g,
    opening: 'this is because ',
    joinsClauses: true,
    isSafe: (first, rest) => !denial.test(first) && !rest.includes(', and '),
  },
]

/** Splits sentences of more than `wordsMax` words in two, if both halves are clauses. */
export function splitLongSentences(draft: Draft, wordsMax: number): Draft {
  return mapSentences(draft, (sentences) => sentences.flatMap((sentence) => splitLong(sentence, wordsMax)))
}

function splitLong(sentence: string, wordsMax: number): string[] {
  if (countWords(sentence) <= wordsMax || !/[.]$/.test(sentence)) return [sentence]
  const [best] = findCuts(sentence).toSorted((one, other) => one.imbalance - other.imbalance)
  if (!best) return [sentence]
  return [best.first, best.second].flatMap((half) => splitLong(half, wordsMax))
}

interface Cut {
  readonly first: string
  readonly second: string
  readonly imbalance: number
}

function findCuts(sentence: string): Cut[] {
  return joints.flatMap(({ mark, opening, joinsClauses, isSafe }) =>
    [...sentence.matchAll(mark)].flatMap((match) => {
      const first = sentence.slice(0, match.index)
      const rest = sentence.slice(match.index + match[0].length)
      const words = [countWords(first), countWords(rest)] as const
      const isWhole = standsAlone(first) || (joinsClauses && beginsWithSubject(first))
      const isSafeCut =
        isClause(rest) && isWhole && isBalanced(first) && isBalanced(rest) && (isSafe?.(first, rest) ?? true)
      if (!isSafeCut || Math.min(...words) < halfWordsMin || first.includes(': ')) return []
      return [{ first: `${first}.`, second: capitalise(opening + rest), imbalance: Math.abs(words[0] - words[1]) }]
    }),
  )
}
