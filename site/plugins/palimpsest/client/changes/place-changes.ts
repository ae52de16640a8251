import type { TextRun } from './compare-texts.ts'
import type { PartToken, TextToken, WordToken } from './text-tokens.ts'

/** Whether one word, sign or part of the new text was added, and what was removed on either side of it. */
export interface PlacedChange {
  readonly token: WordToken | PartToken
  readonly added: boolean
  /** It is the first of its block. */
  readonly first: boolean
  readonly removedBefore: readonly TextToken[]
  readonly removedAfter: readonly TextToken[]
}

/**
 * Assigns compared runs to the words, signs and parts of the new text, in reading order. Removed words go to the token
 * after them or, at the end of a block, to the one before.
 */
export function placeChanges(runs: readonly TextRun[]): PlacedChange[] {
  const placed: PlacedChange[] = []
  let removed: readonly TextToken[] = []
  let first = true
  const closeBlock = (): void => {
    const last = placed.pop()
    if (last === undefined) return
    placed.push({ ...last, removedAfter: removed })
    removed = []
  }
  for (const { change, tokens } of runs) {
    if (change === 'removed') {
      removed = tokens
      continue
    }
    for (const token of tokens) {
      if (token.kind === 'break') {
        if (!first) closeBlock()
        first = true
      } else {
        placed.push({ token, added: change === 'added', first, removedBefore: removed, removedAfter: [] })
        removed = []
        first = false
      }
    }
  }
  closeBlock()
  return placed
}
