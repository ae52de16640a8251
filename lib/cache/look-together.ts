/** Looks one thing up by its key; undefined when there is none. */
export type LookUp<Value> = (key: string) => Promise<Value | undefined>

/**
 * Looks things up one at a time or many at once: while one look is under way, all keys that are asked for meanwhile wait
 * for the next. So a reader who waits for many sections asks the database no faster than it answers. A look that fails
 * fails for those who were in it, and for nobody after them.
 */
export function lookTogether<Value>(
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): LookUp<Value> {
  let underWay: Promise<unknown> = Promise.resolve()
  let next: { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, Value>> } | undefined

  const planNext = (): NonNullable<typeof next> => {
    const keys = new Set<string>()
    const found = underWay.then(() => {
      next = undefined
      return find([...keys])
    })
    underWay = found.catch(() => {})
    return { keys, found }
  }
  return async (key) => {
    next ??= planNext()
    next.keys.add(key)
    return (await next.found).get(key)
  }
}
