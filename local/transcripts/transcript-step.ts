/** What earlier answers named; empty before they did. */
export interface SeenKeys {
  /** The key of the finished version. */
  readonly version: string
  /** The key of one section's rewrite. */
  readonly rewrite: string
  /** The code for another device. */
  readonly code: string
}

/** One request of the transcript. */
export interface TranscriptStep {
  readonly title: string
  /** What it shows, in a sentence or two of Markdown. */
  readonly text: string
  /** The command as it is typed in a shell. */
  readonly command: (seen: SeenKeys) => string
}

/** A run of requests under one heading. */
export interface TranscriptPart {
  readonly heading: string
  readonly steps: readonly TranscriptStep[]
}
