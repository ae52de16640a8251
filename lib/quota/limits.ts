/** Default limits of one day (UTC), by the setting that changes them. */
export const defaultLimits = {
  LEARNER_DAILY_REQUESTS: 1_000,
  ADDRESS_DAILY_REQUESTS: 50_000,
  ADDRESS_DAILY_NEW_LEARNERS: 2_000,
  ADDRESS_DAILY_TRANSFERS: 100,
  ADDRESS_DAILY_WRONG_KEYS: 100,
  DAILY_TOKENS: 10_000_000,
  LEARNER_DAILY_TOKENS: 500_000,
  ADDRESS_DAILY_TOKENS: 4_000_000,
} as const

export type LimitName = keyof typeof defaultLimits
export type Limits = Readonly<Record<LimitName, number>>

/**
 * The share of a common limit that newcomers may use; the rest is reserved for learners who were here the day before.
 */
export const newcomersShare = 0.7

/**
 * Factor of a whole network's limit (IPv6 /48) to that of an address: its owner can use any number of addresses in it.
 */
export const networkFactor = 2
