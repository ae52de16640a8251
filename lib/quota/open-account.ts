import type { SentKey } from '../contract/index.ts'
import { newcomersShare } from './limits.ts'
import type { Bucket, QuotaSubject } from './quota-subject.ts'

/** The name of the account that a key has of its own. */
export const keyBucketName = ({ id }: SentKey): string => `integrator:${id}`

/** What one day allows a key, as it stands in its row. */
export interface KeyLimits {
  readonly daily_requests: number
  readonly daily_tokens: number
}

/** What the database says of a request's account. */
export interface AccountFacts {
  /** What the key allows; null when none was sent. */
  readonly keyLimits: KeyLimits | null
  /** Whether the learner was here before today. */
  readonly known: boolean
  /** The bucket whose requests of the day are used up. */
  readonly full: string | null
}

/**
 * The account as it holds for writing, once the database has spoken: a key's own bucket is opened, a newcomer leaves a part of
 * what is shared, and nothing is written any more for whose requests are used up.
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

/** How many tokens a day this subject may have used from a bucket, all who share it taken together. */
export const tokensAllowed = ({ tokens, share = 1 }: Bucket): number => Math.floor(tokens.max * share)
