import { getPack } from '../../profile/index.ts'

/** Matches nothing: in a language without known endings words stay whole. */
const noEndings = /(?!)/

/** A word without its ending. */
export const stemOf = (word: string, language: string): string =>
  word.replace(getPack(language).endings ?? noEndings, '')

/** The content words of a text, without their endings: those of four letters or more. */
export const readContentWords = (text: string, language: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => stemOf(word, language)))

export const countShared = (words: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...words].filter((word) => others.has(word)).length

/** The index of the sentence that shares most content words with this one; undefined if none shares enough. */
export function findSameSentence(
  words: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
  { sharedMin, partMin }: { readonly sharedMin: number; readonly partMin: number },
): number | undefined {
  const shared = others.map((other) => countShared(words, other))
  const best = shared.indexOf(Math.max(...shared))
  const count = shared[best] ?? 0
  const part = count / Math.max(1, Math.min(words.size, others[best]?.size ?? 0))
  return count >= sharedMin && part >= partMin ? best : undefined
}
