/** What a key may be used for: an integrator's own text, the operator's insights, the operator's tasks. */
export const keyScopes = ['personalize', 'insights', 'operate'] as const
export type KeyScope = (typeof keyScopes)[number]

/**
 * The form of a key. The first group is its public id, by which people and counters know it; the rest has more than 128
 * random bits. The prefix helps tools that scan texts for secrets.
 */
export const keyPattern = /^plm_([0-9A-Za-z]{8})[0-9A-Za-z]{24}$/

/** A key as a request carries it; the database statement that it goes into decides whether it is valid. */
export interface SentKey {
  readonly id: string
  /** SHA-256, hex. */
  readonly hash: string
  /** The scope that the request needs. */
  readonly scope: KeyScope
}
