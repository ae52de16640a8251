import type { Bucket, QuotaSubject } from '../../lib/quota/quota-subject.ts'

/** Someone who may spend as much as they like; with buckets, as much as those allow. */
export const aSubject = (buckets: readonly Bucket[] = []): QuotaSubject => ({
  day: '2026-11-23',
  secondsLeft: 3_600,
  buckets,
})
