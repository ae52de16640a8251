/** A piece of a text that is compared: a word or sign, a part that no rewrite may change, or the start of a new block. */
export type TextToken =
  | { readonly kind: 'word'; readonly text: string; readonly spaced: boolean }
  | { readonly kind: 'part'; readonly id: string; readonly spaced: boolean }
  | { readonly kind: 'break'; readonly item: boolean }
