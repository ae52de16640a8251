import { diffArrays } from 'diff'
import type { TextToken } from './text-tokens.ts'

/** A stretch of text that both have, or only one of them. */
export interface TextRun {
  readonly change: 'unchanged' | 'added' | 'removed'
  readonly tokens: readonly TextToken[]
}

export interface Comparison {
  readonly runs: readonly TextRun[]
  /** In words, as they are marked. */
  readonly added: number
  readonly removed: number
}

/** Up to so many unchanged words between two replacements are marked with them: apart, both would be hard to read. */
const fewWords = 2

/** What was removed from `before` and added to make it `after`, in reading order; removed words come first. */
export function compareTexts(before: readonly TextToken[], after: readonly TextToken[]): Comparison {
  const found = diffArrays<TextToken>([...before], [...after], { comparator: isSame })
  const runs = found.map(({ added, removed, value }): TextRun => {
    const change = added ? 'added' : removed ? 'removed' : 'unchanged'
    return { change, tokens: value }
  })
  const readable = joinChanges(runs)
  return { runs: readable, added: countWords(readable, 'added'), removed: countWords(readable, 'removed') }
}

function isSame(left: TextToken, right: TextToken): boolean {
  if (left.kind === 'word') {
    return right.kind === 'word' && left.text === right.text
  }
  return left.kind === 'part'
    ? right.kind === 'part' && left.id === right.id
    : right.kind === 'break' && left.item === right.item
}

/** What was replaced between two unchanged runs: the old words and the new. */
interface Change {
  readonly removed: TextToken[]
  readonly added: TextToken[]
}

/** Merges changes that touch, removed words first, and short unchanged runs between two replacements. */
function joinChanges(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = []
  let change: Change = { removed: [], added: [] }
  const flush = (): void => {
    joined.push({ change: 'removed', tokens: change.removed }, { change: 'added', tokens: change.added })
    change = { removed: [], added: [] }
  }
  for (const [place, run] of runs.entries()) {
    if (run.change === 'removed') {
      change.removed.push(...run.tokens)
    } else if (run.change === 'added') {
      change.added.push(...run.tokens)
    } else if (isReplacement(change) && isSplinter(run) && isReplacement(changeAfter(runs, place))) {
      change.removed.push(...run.tokens)
      change.added.push(...run.tokens)
    } else {
      flush()
      joined.push(run)
    }
  }
  flush()
  return joined.filter(({ tokens }) => tokens.length > 0)
}

/** The change that follows the unchanged run at `place`; the library reports it as one run of each kind at most. */
function changeAfter(runs: readonly TextRun[], place: number): Change {
  const next = runs.slice(place + 1, place + 3)
  const end = next.findIndex(({ change }) => change === 'unchanged')
  const near = end < 0 ? next : next.slice(0, end)
  const tokensOf = (wanted: TextRun['change']) =>
    near.flatMap(({ change, tokens }) => (change === wanted ? tokens : []))
  return { removed: tokensOf('removed'), added: tokensOf('added') }
}

const isReplacement = ({ removed, added }: Change): boolean => removed.some(isWord) && added.some(isWord)

function isSplinter({ tokens }: TextRun): boolean {
  return tokens.every(({ kind }) => kind === 'word') && tokens.filter(isWord).length <= fewWords
}

const isWord = (token: TextToken): boolean => token.kind === 'word' && /[\p{L}\p{N}]/u.test(token.text)

function countWords(runs: readonly TextRun[], change: TextRun['change']): number {
  return runs.filter((run) => run.change === change).flatMap(({ tokens }) => tokens.filter(isWord)).length
}
