/** A place in a built file that uses what a supported browser lacks. */
export interface Use {
  /** As MDN names it: `URL.canParse`, `@starting-style`. */
  readonly feature: string
  /** The browsers without it: "safari 16.4". */
  readonly lacking: readonly string[]
  /** Offset in the text. */
  readonly at: number
  /** The text around it. */
  readonly around: string
}
