/** What a key may be used for: an integrator's own text, the operator's insights, the operator's tasks. */
export const keyScopes = ['personalize', 'insights', 'operate'] as const
export type KeyScope = (typeof keyScopes)[number]

/**
 * A key, and in it the id by which people and counters know it: what follows has more than 128 random bits. The prefix is
 * for those who search texts for secrets.
 */
export const keyPattern = /^plm_([0-9A-Za-z]{8})[0-9A-Za-z]{24}$/

/** A key as a request carries it, on its way to the statement that says whether it holds. */
export interface SentKey {
  readonly id: string
  /** SHA-256, hex. */
  readonly hash: string
  /** What the request needs it for. */
  readonly scope: KeyScope
}
