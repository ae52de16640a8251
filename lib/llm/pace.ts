import pLimit from 'p-limit'

/** Learns how a provider responds to calls. */
export interface RateListener {
  /** The provider refused a call with 429. */
  readonly refused: () => void
  /** The provider accepted a call; `callsLeft` is how many more it allows now, if it says so. */
  readonly answered: (callsLeft: number | undefined) => void
}

/** Limits how many model calls run at once. */
export interface Pace extends RateListener {
  readonly limit: Limiter
}

/** Runs work as soon as the limit allows: first come, first served. */
export type Limiter = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * Starts at `callsMax` concurrent calls, halves the limit at each refusal, and raises it by one with each success;
 * never above what the provider says is left, and never below one.
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
