import type { Bucket, QuotaSubject } from '../../lib/quota/quota-subject.ts'

/** A quota subject without limits; with buckets, limited by those. */
export const aSubject = (buckets: readonly Bucket[] = []): QuotaSubject => ({
  day: '2026-11-23',
  secondsLeft: 3_600,
  buckets,
})
