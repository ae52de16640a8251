import type { ReactElement } from 'react'

/** A piece of a text that is compared: a word or sign, a part that no rewrite may change, or the start of a new block. */
export type TextToken = WordToken | PartToken | { readonly kind: 'break'; readonly item: boolean }

export interface WordToken {
  readonly kind: 'word'
  readonly text: string
  readonly spaced: boolean
  /** What it stands in within its block, from the outside in: emphasis, code, a link. */
  readonly markup: readonly ReactElement[]
}

export interface PartToken {
  readonly kind: 'part'
  readonly id: string
  readonly spaced: boolean
}
