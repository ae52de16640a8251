/** Reads one row by its key at the next poll; undefined if there is none. */
export type Poll<Value> = (key: string) => Promise<Value | undefined>

interface Clock {
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** From 0 to below 1. */
  readonly random: () => number
}

/** Milliseconds from the end of one poll to the beginning of the next. */
export const pollMilliseconds = 500

/**
 * Polls at intervals for rows that other requests are writing, with one statement for all keys asked for by then. So a
 * reader who waits for many sections causes no more statements than for one, and polls are never faster than the
 * database. The first poll comes after a random part of the interval, so that readers who arrive together do not poll
 * together. A failed poll rejects for those who waited for it, and nobody else.
 */
export function batchPolls<Value>(
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  { sleep, now, random }: Clock,
): Poll<Value> {
  let nextAt = now() + random() * pollMilliseconds
  let underWay: Promise<unknown> = Promise.resolve()
  let next: { readonly keys: Set<string>; readonly found: Promise<ReadonlyMap<string, Value>> } | undefined

  const pollOnce = async (keys: ReadonlySet<string>): Promise<ReadonlyMap<string, Value>> => {
    await sleep(Math.max(nextAt - now(), 0))
    next = undefined
    try {
      return await find([...keys])
    } finally {
      nextAt = now() + pollMilliseconds
    }
  }
  const planNext = (): NonNullable<typeof next> => {
    const keys = new Set<string>()
    const found = underWay.then(() => pollOnce(keys))
    underWay = found.catch(() => {})
    return { keys, found }
  }
  return async (key) => {
    next ??= planNext()
    next.keys.add(key)
    return (await next.found).get(key)
  }
}
