/**
 * The length of the `[…]` that a text begins with, by the rules of a directive's label; 0 where it begins otherwise, undefined
 * where nothing closes it.
 */
export function labelLength(text: string): number | undefined {
  if (!text.startsWith('[')) return 0
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/\\.|[[\]]/g)) {
    if (sign === '[') depth += 1
    if (sign === ']') depth -= 1
    if (depth === 0 && sign === ']') return index + 1
  }
  return undefined
}
