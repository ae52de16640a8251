/**
 * The length of the `[…]` at the start of a text, by the rules of a directive's label: 0 if there is none, undefined if
 * it is never closed.
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
