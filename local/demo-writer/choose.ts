/** A small number for a text: always the same, and well distributed. */
export function seedOf(text: string): number {
  let seed = 0
  for (const character of text) seed = (seed * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return seed
}

/** The list, starting at another place. */
export function rotate<T>(list: readonly T[], by: number): T[] {
  const start = list.length === 0 ? 0 : by % list.length
  return [...list.slice(start), ...list.slice(0, start)]
}

/** One of a non-empty list; numbers past its end wrap around. */
export function choose<T>(list: readonly [T, ...T[]], by: number): T {
  return list[by % list.length] ?? list[0]
}
