/** How fast the simulated model writes. */
export interface Pace {
  readonly firstTokenMs: number
  readonly tokensPerSecond: number
  /** How long each call lasts, however long its text is: instead of so many tokens a second. */
  readonly callMs?: number
  /** How many tokens travel in one piece of the stream. */
  readonly tokensAPiece: number
  /** Of so many calls one is answered with 500; none by default. */
  readonly failsOneOf?: number
}

/** What it was asked for since it was started. */
export interface Tally {
  /** Calls that were answered with text. */
  calls: number
  /** Calls that were answered with an error. */
  failures: number
  /** The most tokens, in and out, of one call. */
  largest: number
  inputTokens: number
  cachedTokens: number
  outputTokens: number
}

/** A quick hosted model, one token a piece. */
export const lifelikePace: Pace = { firstTokenMs: 300, tokensPerSecond: 200, tokensAPiece: 1 }
