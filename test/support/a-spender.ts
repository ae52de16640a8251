import type { Bucket, Spender } from '../../lib/quota/spender.ts'

/** Someone who may spend as much as they like; with buckets, as much as those allow. */
export const aSpender = (buckets: readonly Bucket[] = []): Spender => ({
  day: '2026-11-23',
  secondsLeft: 3_600,
  buckets,
})
