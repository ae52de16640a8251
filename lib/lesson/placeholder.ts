/**
 * How slots and link targets stand in a masked text: `[[slot:k2]]` and `](link:3)`. Text of the author's that looks like
 * one gets a backslash before its colon, and loses it again when the text is restored.
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

/** Text of the author's, so written that it holds no placeholder. */
export function escapeLookalikes(text: string): string {
  return text.replace(lookalike, '$<opening>\\$<escapes>:')
}

/** The inverse of `escapeLookalikes`. */
export function unescapeLookalikes(text: string): string {
  return text.replace(escapedLookalike, '$<opening>$<escapes>:')
}
