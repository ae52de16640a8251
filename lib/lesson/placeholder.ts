/**
 * How slots and link targets are written in a masked text: `[[slot:k2]]` and `](link:3)`. The author's text that looks
 * like one gets a backslash before its colon, which is removed again when the text is restored.
 */
export const placeholderPattern = /\[\[slot:(?<slot>k\d+)\]\]|\]\(link:(?<link>\d+)\)/g

const lookalike = /(?<opening>\[\[slot|\]\(link)(?<escapes>\\*):/g
const escapedLookalike = /(?<opening>\[\[slot|\]\(link)\\(?<escapes>\\*):/g

export function slotPlaceholder(id: string): string {
  return `[[slot:${id}]]`
}

export function linkPlaceholder(number: number): string {
  return `](link:${number})`
}

/** Escapes the author's text so that nothing in it reads as a placeholder. */
export function escapeLookalikes(text: string): string {
  return text.replace(lookalike, '$<opening>\\$<escapes>:')
}

/** The inverse of `escapeLookalikes`. */
export function unescapeLookalikes(text: string): string {
  return text.replace(escapedLookalike, '$<opening>$<escapes>:')
}
