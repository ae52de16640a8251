/** How many tokens one process may spend while the database says nothing: nobody else counts them then. */
export interface Allowance {
  /** False when the hour has not as many left. */
  readonly take: (tokens: number) => boolean
  /** Gives back what was taken and not used. */
  readonly giveBack: (tokens: number) => void
}

const hourMilliseconds = 3_600_000

export function createAllowance({
  now,
  tokensPerHour,
}: {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly tokensPerHour: () => number
}): Allowance {
  let hour = 0
  let taken = 0
  return {
    take(tokens) {
      const thisHour = Math.floor(now() / hourMilliseconds)
      if (thisHour !== hour) [hour, taken] = [thisHour, 0]
      if (taken + tokens > tokensPerHour()) return false
      taken += tokens
      return true
    },
    giveBack(tokens) {
      taken = Math.max(taken - tokens, 0)
    },
  }
}
