/**
 * A language that lessons are written or rewritten in, and that the site has. One file in `languages/` holds all of it.
 */
export interface Language {
  /** ISO 639: two or three letters. */
  readonly code: string
  readonly english: string
  readonly native: string
  readonly direction: 'ltr' | 'rtl'
  /** The separator of list members: `, ` or `، `. */
  readonly comma: string
  /** Instructions for the writer; part of the prompt. */
  readonly guidance: string
  /** The questionnaire in this language; what is missing is shown in English. */
  readonly questions?: Readonly<Record<string, QuestionWords>>
  readonly phrases: Phrases
}

/** The texts around the questions, shown in a language as soon as it is chosen. */
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
  /** A short form of the answer, for the badge. */
  readonly brief: string
}
