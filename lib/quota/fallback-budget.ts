/**
 * Limits the tokens one process may use per hour while the database does not answer, since nobody else counts them
 * then.
 */
export interface FallbackBudget {
  /** Reserves tokens; false if this hour has fewer left. */
  readonly reserve: (tokens: number) => boolean
  /** Returns reserved tokens that were not used. */
  readonly refund: (tokens: number) => void
}

const hourMilliseconds = 3_600_000

export function createFallbackBudget({
  now,
  tokensPerHour,
}: {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly tokensPerHour: () => number
}): FallbackBudget {
  let hour = 0
  let used = 0
  return {
    reserve(tokens) {
      const thisHour = Math.floor(now() / hourMilliseconds)
      if (thisHour !== hour) [hour, used] = [thisHour, 0]
      if (used + tokens > tokensPerHour()) return false
      used += tokens
      return true
    },
    refund(tokens) {
      used = Math.max(used - tokens, 0)
    },
  }
}
