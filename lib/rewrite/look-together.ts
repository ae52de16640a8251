/** Looks one thing up by its key, at the next look; undefined when there is none. */
export type LookUp<Value> = (key: string) => Promise<Value | undefined>

/** What a rhythm is kept by. */
export interface Rhythm {
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** From 0 to below 1, as chance has it. */
  readonly random: () => number
}

/** Milliseconds from the end of one look to the beginning of the next. */
export const lookMilliseconds = 500

/**
 * Looks up again and again what others are working on, at a rhythm: one look for all keys that are asked for by then. So a reader
 * who waits for many sections asks the database no more often than for one, and no faster than it answers. The first look
 * comes at a moment of chance, so that readers who came together do not ask together. A look that fails fails for
 * those who were in it, and for nobody after them.
 */
export function lookTogether<Value>(
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  { sleep, now, random }: Rhythm,
): LookUp<Value> {
  let nextAt = now() + random() * lookMilliseconds
  let underWay: Promise<unknown> = Promise.resolve()
  let next: { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, Value>> } | undefined

  const lookOnce = async (keys: ReadonlySet<string>): Promise<ReadonlyMap<string, Value>> => {
    await sleep(Math.max(nextAt - now(), 0))
    next = undefined
    try {
      return await find([...keys])
    } finally {
      nextAt = now() + lookMilliseconds
    }
  }
  const planNext = (): NonNullable<typeof next> => {
    const keys = new Set<string>()
    const found = underWay.then(() => lookOnce(keys))
    underWay = found.catch(() => {})
    return { keys, found }
  }
  return async (key) => {
    next ??= planNext()
    next.keys.add(key)
    return (await next.found).get(key)
  }
}
