/** One request of the transcript. */
export interface TranscriptStep {
  readonly title: string
  /** What it shows, in a sentence or two of Markdown. */
  readonly text: string
  /** The command as it is typed in a shell; `version` is the key of the finished version that an earlier answer named. */
  readonly command: (seen: { readonly version: string }) => string
}

/** A run of requests under one heading. */
export interface TranscriptPart {
  readonly heading: string
  readonly steps: readonly TranscriptStep[]
}
