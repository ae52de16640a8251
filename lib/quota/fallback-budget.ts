/** How many tokens one process may spend while the database says nothing: nobody else counts them then. */
export interface FallbackBudget {
  /** False when the hour has not as many left. */
  readonly spend: (tokens: number) => boolean
  /** Gives back what was not used. */
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
  let spent = 0
  return {
    spend(tokens) {
      const thisHour = Math.floor(now() / hourMilliseconds)
      if (thisHour !== hour) [hour, spent] = [thisHour, 0]
      if (spent + tokens > tokensPerHour()) return false
      spent += tokens
      return true
    },
    refund(tokens) {
      spent = Math.max(spent - tokens, 0)
    },
  }
}
