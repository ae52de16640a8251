/** What one day (UTC) allows, by the setting that changes it; these hold where nothing is set. */
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

/** How much of a limit that is shared newcomers may use: the rest is kept for learners who were here the day before. */
export const newcomersShare = 0.7

/** How many times an address's limit a whole network (IPv6 /48) has: as many addresses as its owner likes come from there. */
export const networkFactor = 2
