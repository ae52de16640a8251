/** What one day (UTC) allows, by the setting that changes it; these hold where nothing is set. */
export const defaultLimits = {
  DAILY_REQUESTS: 100_000,
  LEARNER_DAILY_REQUESTS: 1_000,
  ADDRESS_DAILY_REQUESTS: 10_000,
  ADDRESS_DAILY_NEW_LEARNERS: 200,
  ADDRESS_DAILY_TRANSFERS: 100,
  ADDRESS_DAILY_WRONG_KEYS: 100,
  DAILY_TOKENS: 5_000_000,
  LEARNER_DAILY_TOKENS: 500_000,
  ADDRESS_DAILY_TOKENS: 2_000_000,
} as const

export type LimitName = keyof typeof defaultLimits
export type Limits = Readonly<Record<LimitName, number>>
