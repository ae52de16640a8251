/** How fast the simulated model writes. */
export interface Pace {
  readonly firstTokenMs: number
  readonly tokensPerSecond: number
  /** How many tokens travel in one piece of the stream. */
  readonly tokensAPiece: number
}

/** What it was asked for since it was started. */
export interface Tally {
  calls: number
  inputTokens: number
  cachedTokens: number
  outputTokens: number
}

/** A quick hosted model, one token a piece. */
export const lifelikePace: Pace = { firstTokenMs: 300, tokensPerSecond: 200, tokensAPiece: 1 }
