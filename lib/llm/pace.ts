import pLimit from 'p-limit'

/** Called with how a provider takes the calls that are made of it. */
export interface RateListener {
  /** It said "too many" (429). */
  readonly refused: () => void
  /** It answers; it would take this many more calls now, where it says so. */
  readonly answered: (callsLeft: number | undefined) => void
}

/** How many model calls are made at once. */
export interface Pace extends RateListener {
  readonly limit: Limiter
}

/** Does a work as soon as the limit allows: first come, first served. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * A pace that begins at the most that is allowed, goes down by half at each refusal, and up by one with each answer; never
 * above what the provider says that it has left, and never below one call at a time.
 */
export function createPace(callsMax: number): Pace {
  const limit = pLimit(callsMax)
  const set = (calls: number): void => {
    limit.concurrency = Math.max(1, Math.min(calls, callsMax))
  }
  return {
    limit: (work) => limit(work),
    refused: () => set(Math.floor(limit.concurrency / 2)),
    answered: (callsLeft = callsMax) => set(Math.min(limit.concurrency + 1, callsLeft)),
  }
}
