/** Where a key leads in a row of `count` tabs, or undefined when the key is not for tabs. */
export function nextTab(key: string, index: number, count: number): number | undefined {
  const next = { ArrowRight: index + 1, ArrowLeft: index + count - 1, Home: 0, End: count - 1 }[key]
  return next === undefined ? undefined : next % count
}
