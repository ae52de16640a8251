/** Sentences of the note *For you* in one language: one of each list is chosen, another one at each variant. */
export interface NoteTexts {
  /** By what the reader brings along. */
  readonly background: Readonly<Record<Background, (title: string) => Lines>>
  /** What the lesson is about: from its description, which only a note in the lesson's language can quote, or its outline. */
  readonly subject: (lesson: NoteLesson) => readonly string[]
  /** By learning goal; each points at one heading of the lesson. */
  readonly goals: Readonly<Record<string, (heading: string) => Lines>>
  /** Explains terms before they come up; absent where the lesson's own sections do it. */
  readonly terms?: (explanations: readonly string[]) => Lines
}

export type Lines = readonly [string, ...string[]]
export type Background = 'new' | 'new-and-studied' | 'experienced'

/** What a note may quote of its lesson. */
export interface NoteLesson {
  readonly title: string
  readonly description: string
  /** The lesson's headings without its quizzes. */
  readonly headings: readonly string[]
}
