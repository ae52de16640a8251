import type { Random } from '../../../test/support/random.ts'

type Injection = (text: string, random: Random) => string | undefined

/** Replaces one of the parts of a text that match, chosen at random; undefined when there is none. */
export function changeOne(
  text: string,
  random: Random,
  { pattern, change }: { readonly pattern: RegExp; readonly change: (found: string) => string },
): string | undefined {
  const matches = [...text.matchAll(pattern)].filter(([found]) => change(found) !== found)
  if (matches.length === 0) return undefined
  const { index, 0: found } = random.pick(matches)
  return text.slice(0, index) + change(found) + text.slice(index + found.length)
}

/** What a sentence cannot be looked for in: code, placeholders, links, table rows, headings and fences. */
const notProse = /`[^`\n]*`|\[\[slot:k\d+\]\]|\[[^\]\n]*\]\([^)\n]*\)|^[ \t>]*(?:\||:::|#).*$/gm
/** A private-use character of the same length keeps every offset. */
const cover = '\ue000'

/** The text with everything but its sentences covered, offset by offset. */
export const coverNonProse = (text: string): string => text.replace(notProse, (found) => cover.repeat(found.length))

/** Like `changeOne`, in sentences only: never in code, placeholders, links, tables or headings. */
export function changeProse(
  text: string,
  random: Random,
  { pattern, change }: { readonly pattern: RegExp; readonly change: (found: string) => string },
): string | undefined {
  const matches = [...coverNonProse(text).matchAll(pattern)].filter(([found]) => change(found) !== found)
  if (matches.length === 0) return undefined
  const { index, 0: found } = random.pick(matches)
  return text.slice(0, index) + change(found) + text.slice(index + found.length)
}

const betweenWords = /(?<=[\p{L}\p{M},]) (?=\p{L})/gu

/** Puts one of the pieces between two words of a sentence. */
export const insertAmongWords =
  (...pieces: readonly string[]): Injection =>
  (text, random) => {
    const piece = random.pick(pieces)
    return changeProse(text, random, { pattern: betweenWords, change: () => ` ${piece} ` })
  }

/** Puts one of the pieces into a word. */
export const insertInWord =
  (...pieces: readonly string[]): Injection =>
  (text, random) => {
    const piece = random.pick(pieces)
    return changeProse(text, random, { pattern: /(?<=\p{L})(?=\p{L})/gu, change: () => piece })
  }

/** Puts one of the blocks before, between or after the blocks of a text: never before its heading. */
export const insertBlock =
  (...pieces: readonly string[]): Injection =>
  (text, random) => {
    const blocks = text.split('\n\n')
    const first = text.startsWith('#') ? 1 : 0
    return blocks.toSpliced(first + random.below(blocks.length + 1 - first), 0, random.pick(pieces)).join('\n\n')
  }

/** Puts a sentence at the end of a paragraph. */
export const insertSentence =
  (...sentences: readonly string[]): Injection =>
  (text, random) => {
    const sentence = random.pick(sentences)
    return changeProse(text, random, { pattern: /[.۔](?=\n\n|$)/g, change: (stop) => `${stop} ${sentence}` })
  }
