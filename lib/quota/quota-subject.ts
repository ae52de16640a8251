import type { SentKey } from '../contract/index.ts'
import type { LimitName } from './limits.ts'

/** A limit by its setting, or as one of an integrator's key, and how much it allows in a day. */
export interface Limit {
  readonly name: LimitName | 'KEY_DAILY_REQUESTS' | 'KEY_DAILY_TOKENS'
  readonly max: number
}

/** One counter of a day, with the limit that holds for it. */
export interface Counter {
  readonly name: string
  /** None for a bucket that counts tokens only. */
  readonly requests?: Limit
}

/** A counter of requests and of tokens. */
export interface Bucket extends Counter {
  readonly tokens: Limit
  /** Whether others spend from it, too: a newcomer leaves a part of it to those who were here before. */
  readonly shared?: boolean
  /** How much of its tokens this subject may use, from 0 to 1: all of them unless `openAccount` says otherwise. */
  readonly share?: number
}

/** An integrator's key, with the account that it goes on if it does not hold: that of the address it came from. */
export interface SubjectKey extends SentKey {
  readonly ifWrong: Required<Counter>
}

/** On whose account a request goes: every one of its buckets is counted, or none. */
export interface QuotaSubject<Kind extends Counter = Bucket> {
  /** The day by UTC on which the request began, `2026-11-23`: whatever it spends, it spends on that day. */
  readonly day: string
  /** Whole seconds from then to the end of that day, when every limit begins anew. */
  readonly secondsLeft: number
  readonly buckets: readonly Kind[]
  /** An integrator's, whose own bucket is the first, once the database has said what the key allows (`openAccount`). */
  readonly key?: SubjectKey
}
