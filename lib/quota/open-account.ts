import type { SentKey } from '../contract/index.ts'
import { newcomersShare } from './limits.ts'
import type { Bucket, QuotaSubject } from './quota-subject.ts'

/** The name of a key's own bucket. */
export const keyBucketName = ({ id }: SentKey): string => `integrator:${id}`

/** The daily limits of a key, as stored in its row. */
export interface KeyLimits {
  readonly daily_requests: number
  readonly daily_tokens: number
}

/** What the database knows about a request's subject. */
export interface AccountFacts {
  /** Limits of the key; null when none was sent. */
  readonly keyLimits: KeyLimits | null
  /** Whether the learner was here before today. */
  readonly known: boolean
  /** The bucket that has no requests left today; null if all have some. */
  readonly full: string | null
}

/**
 * The subject to charge writing to, once the database has answered: adds a key's own bucket, limits a newcomer to a
 * share of common buckets, and allows no tokens if its requests are used up.
 */
export function openAccount({ key, ...subject }: QuotaSubject, { keyLimits, known, full }: AccountFacts): QuotaSubject {
  const own = key && keyLimits ? [openKeyBucket(key, keyLimits)] : []
  const buckets = [...own, ...subject.buckets].map((bucket) => narrow(bucket, { known: known || own.length > 0, full }))
  return { ...subject, buckets }
}

const openKeyBucket = (key: SentKey, { daily_requests, daily_tokens }: KeyLimits): Bucket => ({
  name: keyBucketName(key),
  requests: { name: 'KEY_DAILY_REQUESTS', max: daily_requests },
  tokens: { name: 'KEY_DAILY_TOKENS', max: daily_tokens },
})

function narrow(bucket: Bucket, { known, full }: Pick<AccountFacts, 'known' | 'full'>): Bucket {
  const share = bucket.name === full ? 0 : bucket.shared && !known ? newcomersShare : 1
  return { ...bucket, share }
}

/** How many tokens of a bucket may be used in a day before this subject is refused, counting everyone who shares it. */
export const tokensAllowed = ({ tokens, share = 1 }: Bucket): number => Math.floor(tokens.max * share)
