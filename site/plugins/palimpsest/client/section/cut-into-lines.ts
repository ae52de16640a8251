import type { TextRun } from './compare-texts.ts'
import type { TextToken } from './text-tokens.ts'

type ShownToken = Exclude<TextToken, { kind: 'break' }>

/** A stretch of one line with one fate. */
export interface MarkedPiece {
  readonly id: number
  readonly change: TextRun['change']
  /** A space stands before it. */
  readonly spaced: boolean
  readonly tokens: readonly ShownToken[]
}

export interface MarkedLine {
  readonly id: number
  readonly item: boolean
  readonly pieces: readonly MarkedPiece[]
}

/** Compared runs in the lines of the new text; a line break that was removed is a space. */
export function cutIntoLines(runs: readonly TextRun[]): MarkedLine[] {
  const lines: { item: boolean; pieces: Omit<MarkedPiece, 'id'>[] }[] = [{ item: false, pieces: [] }]
  for (const { change, tokens } of runs) {
    let tokensOfPiece: ShownToken[] = []
    let spaced = false
    const endPiece = (): void => {
      if (tokensOfPiece.length > 0) {
        lines
          .at(-1)
          ?.pieces.push({ change, spaced: spaced || tokensOfPiece[0]?.spaced === true, tokens: tokensOfPiece })
      }
      tokensOfPiece = []
      spaced = false
    }
    for (const token of tokens) {
      if (token.kind !== 'break') {
        tokensOfPiece.push(token)
      } else {
        endPiece()
        if (change === 'removed') {
          spaced = true
        } else {
          lines.push({ item: token.item, pieces: [] })
        }
      }
    }
    endPiece()
  }
  return lines
    .filter(({ pieces }) => pieces.length > 0)
    .map(({ item, pieces }, id) => ({ id, item, pieces: pieces.map((piece, place) => ({ id: place, ...piece })) }))
}
