/** Sentences of the note *For you* in one language; each variant picks others from these lists. */
export interface NoteTexts {
  /** By the reader's background. */
  readonly background: Readonly<Record<Background, (title: string) => Lines>>
  /**
   * The lesson's subject, from its description, which only a note in the lesson's language can quote, or its outline.
   */
  readonly subject: (lesson: NoteLesson) => readonly string[]
  /** By learning goal; each names one heading of the lesson. */
  readonly goals: Readonly<Record<string, (heading: string) => Lines>>
  /** Explains terms in advance; absent where the lesson's own sections do so. */
  readonly terms?: (explanations: readonly string[]) => Lines
}

export type Lines = readonly [string, ...string[]]
export type Background = 'new' | 'new-and-studied' | 'experienced'

/** The parts of a lesson that a note may quote. */
export interface NoteLesson {
  readonly title: string
  readonly description: string
  /** The lesson's headings without its quizzes. */
  readonly headings: readonly string[]
}
