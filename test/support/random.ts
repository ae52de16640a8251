/** A source of random choices that gives the same ones for the same seed (mulberry32). */
export interface Random {
  /** A whole number from 0 to `max`, without `max`. */
  readonly below: (max: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (max: number): number => Math.floor(next() * max)
  return { below, pick: (items) => items[below(items.length)] as (typeof items)[number] }
}
