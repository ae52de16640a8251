import type { KeyLimits } from '../db/use-key.ts'
import type { SentKey } from '../integrator/key-form.ts'
import type { Spender } from './spender.ts'

/** The name of the account that a key has of its own. */
export const keyBucketName = ({ id }: SentKey): string => `integrator:${id}`

/** The spender with the account of its key, once it is known what that allows: it stands in the key's own row. */
export function openKeyBucket({ key, ...spender }: Spender, limits: KeyLimits | null): Spender {
  if (!key || !limits) return spender
  const own = {
    name: keyBucketName(key),
    requests: { name: 'KEY_DAILY_REQUESTS', most: limits.daily_requests },
    tokens: { name: 'KEY_DAILY_TOKENS', most: limits.daily_tokens },
  } as const
  return { ...spender, buckets: [own, ...spender.buckets] }
}
