import type { LimitName } from './limits.ts'

/** A limit by its setting, and how much that allows in a day. */
export interface Limit {
  readonly name: LimitName
  readonly most: number
}

/** One counter of a day, with the limit that holds for it. */
export interface Counter {
  readonly name: string
  readonly requests: Limit
}

/** A counter of requests and of tokens. */
export interface Bucket extends Counter {
  readonly tokens: Limit
}

/** On whose account a request goes: every one of its buckets is counted, or none. */
export interface Spender<Kind extends Counter = Bucket> {
  /** The day by UTC on which the request began, `2026-11-23`: whatever it spends, it spends on that day. */
  readonly day: string
  /** Whole seconds from then to the end of that day, when every limit begins anew. */
  readonly secondsLeft: number
  readonly buckets: readonly Kind[]
}
