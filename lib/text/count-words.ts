/** How many words a text has: runs between white space that hold at least one letter or digit, in any script. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((run) => /[\p{L}\p{N}]/u.test(run)).length
}
