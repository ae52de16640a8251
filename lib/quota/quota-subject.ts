import type { SentKey } from '../contract/index.ts'
import type { LimitName } from './limits.ts'

/** A daily limit, with the name of its setting or of a key's field. */
export interface Limit {
  readonly name: LimitName | 'KEY_DAILY_REQUESTS' | 'KEY_DAILY_TOKENS'
  readonly max: number
}

/** One counter of a day, with the limit that holds for it. */
export interface Counter {
  readonly name: string
  /** Absent for a bucket that counts only tokens. */
  readonly requests?: Limit
}

/** A counter of requests and of tokens. */
export interface Bucket extends Counter {
  readonly tokens: Limit
  /** Whether others use it, too: newcomers may only use a share of it. */
  readonly shared?: boolean
  /**
   * The share of its tokens that this subject may use, from 0 to 1; all of them unless `openAccount` says otherwise.
   */
  readonly share?: number
}

/** An integrator's key, with the bucket to charge if it is invalid: that of the address it came from. */
export interface SubjectKey extends SentKey {
  readonly ifWrong: Required<Counter>
}

/** Whose quota a request counts towards: all of its buckets are charged, or none. */
export interface QuotaSubject<Kind extends Counter = Bucket> {
  /** The UTC day on which the request began, `2026-11-23`; all that it uses counts towards that day. */
  readonly day: string
  /** Whole seconds from then to the end of that day, when every limit resets. */
  readonly secondsLeft: number
  readonly buckets: readonly Kind[]
  /** An integrator's key. Its own bucket becomes the first once its limits are known (`openAccount`). */
  readonly key?: SubjectKey
}
