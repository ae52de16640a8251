import { countWords } from '../../../lib/text/index.ts'
import { choose } from '../choose.ts'
import { properNames } from '../proper-names.ts'
import type { ReadingStyle } from '../reading-style.ts'
import type { TaskTerm } from '../writing-task.ts'

interface Explained {
  readonly term: TaskTerm
  readonly isRightAfter: boolean
  readonly isDefined: boolean
}

type Frame = (plain: string, comparison: string) => string
type Frames = readonly [Frame, ...Frame[]]

const bothFrames: Frames = [
  (plain, comparison) => `${plain} ${comparison}`,
  (plain, comparison) => `In plain words, ${lower(plain)} ${comparison}`,
  (plain, comparison) => `(${plain} ${comparison})`,
  (plain, comparison) => `If the word is new to you: ${lower(plain)} ${comparison}`,
  (plain, comparison) => `Put simply, ${lower(plain)} ${comparison}`,
]
const plainFrames: Frames = [
  (plain) => `(${plain})`,
  (plain) => `As a reminder, ${lower(plain)}`,
  (plain) => plain,
  (plain) => `In short, ${lower(plain)}`,
]
/** For a comparison without an explanation: after the author's own definition, or away from it. */
const comparisonFrames: Frames = [
  (_, comparison) => comparison,
  (_, comparison) => `An everyday picture: ${lower(comparison)}`,
  (_, comparison) => `(${comparison})`,
  (_, comparison) => `A comparison may help: ${lower(comparison)}`,
]
/** Matches a comparison that makes no sense without the plain sentence before it. */
const pointsBack = /\b(?:in this way|does it too|has one|the same way|the same manner|show it)\b/

/**
 * Explains a term in at most `wordsMax` words; the frame depends on the seed. Null if even the shortest is too long.
 */
export function phraseExplanation(
  { term, isRightAfter, isDefined }: Explained,
  { style, seed, wordsMax }: { style: ReadingStyle; seed: number; wordsMax: number },
): string | null {
  const hasComparison = style.comparisons && term.comparison !== ''
  const isAlone = isDefined && hasComparison && (isRightAfter || !pointsBack.test(term.comparison))
  const candidates = [
    ...(isAlone ? [compareAlone(term, { isRightAfter, seed })] : []),
    ...(hasComparison && !isDefined ? [choose(bothFrames, seed)(term.plain, term.comparison)] : []),
    ...(isDefined ? [] : [choose(plainFrames, seed)(term.plain, '')]),
  ]
  return candidates.find((text) => countWords(text) <= wordsMax) ?? null
}

/** "It is like …" becomes "A topic is like …"; "Think of …", away from its term, becomes "To picture a node: think of …". */
function compareAlone(
  { term, plain, comparison }: TaskTerm,
  { isRightAfter, seed }: { isRightAfter: boolean; seed: number },
): string {
  const end = plain.toLowerCase().indexOf(term.toLowerCase()) + term.length
  const subject = /^(?:An? |The )?$/.test(plain.slice(0, end - term.length)) ? plain.slice(0, end) : `The ${term}`
  if (comparison.startsWith('It ')) return frameComparison(comparison.replace(/^It/, subject), seed)
  return isRightAfter ? frameComparison(comparison, seed) : `To picture ${lower(subject)}: ${lower(comparison)}`
}

/** Avoids a second colon in the sentence. */
function frameComparison(comparison: string, seed: number): string {
  return comparison.includes(':') ? comparison : choose(comparisonFrames, seed)('', comparison)
}

/** Puts the first word in lower case inside a sentence, unless it is an acronym or a name. */
function lower(sentence: string): string {
  const [first = ''] = sentence.split(/\s/, 1)
  const isName = /[A-Z0-9]/.test(first.slice(1)) || properNames.has(first)
  return isName ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
