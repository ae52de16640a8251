import type { Bucket } from '../../lib/quota/quota-subject.ts'

const plenty = 1_000_000_000

/** An account on which there is plenty, but for what a test says. */
export const aBucket = (name: string, { requests = plenty, tokens = plenty } = {}): Bucket => ({
  name,
  requests: { name: 'LEARNER_DAILY_REQUESTS', max: requests },
  tokens: { name: 'DAILY_TOKENS', max: tokens },
})
