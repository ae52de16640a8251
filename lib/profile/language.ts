/** A language that lessons are written or rewritten in, and that the site speaks. One file in `languages/` holds all of it. */
export interface Language {
  /** ISO 639: two or three letters. */
  readonly code: string
  readonly english: string
  readonly native: string
  readonly direction: 'ltr' | 'rtl'
  /** What stands between the members of a list: `, ` or `، `. */
  readonly comma: string
  /** What the writer is told; part of the prompt. */
  readonly guidance: string
  /** The questionnaire in this language, as far as it is translated; the rest is said in English. */
  readonly questions?: Readonly<Record<string, QuestionWords>>
  readonly phrases: Phrases
}

/** What the questionnaire says around its questions: it turns to a language as soon as that is chosen. */
export interface Phrases {
  readonly next: string
  readonly finish: string
  readonly back: string
  readonly later: string
  readonly chooseOne: string
  readonly chooseSome: string
  readonly soFar: string
  readonly sending: string
  /** With `{number}` and `{count}`. */
  readonly questionOf: string
}

/** The words of one question; its choices by their values. */
export interface QuestionWords {
  readonly title: string
  readonly hint: string
  readonly choices?: Readonly<Record<string, ChoiceWords>>
}

export interface ChoiceWords {
  readonly label: string
  /** The answer said in a few words, for the badge. */
  readonly brief: string
}
