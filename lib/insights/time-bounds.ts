/** Upper bounds of the histogram's steps in milliseconds: from 5 ms, each 1.41 times the one before, to 300 s. */
const bounds = Array.from({ length: 33 }, (_, step) => Math.round(5 * 2 ** (step / 2)))

/** The label under which a time is counted: the smallest bound that is not below it. */
export const boundOf = (milliseconds: number): string =>
  String(bounds.find((bound) => milliseconds <= bound) ?? bounds.at(-1))

/**
 * The time that `share` (0 to 1) of all did not exceed, in milliseconds, from the count under each bound. Interpolated
 * within a step, so at most 41 % off. Undefined if there are none.
 */
export function percentileOf(counts: ReadonlyMap<string, number>, share: number): number | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  let left = share * total
  for (const [step, bound] of bounds.entries()) {
    const count = counts.get(String(bound)) ?? 0
    const from = bounds[step - 1] ?? 0
    if (count > 0 && left <= count) return from + ((bound - from) * left) / count
    left -= count
  }
  return bounds.at(-1)
}
