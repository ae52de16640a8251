/** An even round number that is not below a count: the end of a scale whose middle is whole, too. */
export function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 2)))
  return (
    [0.2, 0.4, 0.6, 0.8, 1, 2, 3, 4, 5, 6, 8, 10]
      .map((step) => step * power)
      .find((top) => top >= most && top % 2 === 0) ?? 2
  )
}
