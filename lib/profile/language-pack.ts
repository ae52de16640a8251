/**
 * The words and idioms by which texts of a language are judged; the verifier has none of its own. Only what identifies
 * the language is required: a check whose words are missing is skipped for that language. Words are written as in a
 * text, in lower case. Regular expressions have the flags `giu` if they are counted.
 */
export interface LanguagePack {
  /** Matches one letter of the language's script. */
  readonly letter: RegExp
  /** The lowest share of letters in its script: technical terms stay in English, in Latin script. */
  readonly scriptShareMin: number
  /** Very common words, separated by spaces; they distinguish the language from others of the same script. */
  readonly commonWords: string
  /** Endings that are removed before words are compared. */
  readonly endings?: RegExp
  /**
   * Everyday nouns, separated by spaces. A glossary may define one of them; a text that rarely has it means the
   * everyday word.
   */
  readonly everydayNouns?: string
  /** Between two names in a citation: `Smith and Lee, 2019`. */
  readonly citedTogether?: string
  /** The formula that grades texts; by default, words per sentence. */
  readonly gradedBy?: 'flesch-kincaid-grade'
  readonly numbers?: NumberWords
  readonly measurements?: MeasurementWords
  readonly remarks?: RemarkWords
  readonly negations?: NegationWords
}

/** Words for numbers, by the number. */
export interface NumberWords {
  readonly counts: Readonly<Record<string, readonly string[]>>
  /** Words that multiply the number before them, and are numbers themselves. */
  readonly magnitudes: Readonly<Record<string, readonly string[]>>
  readonly ordinals: Readonly<Record<string, readonly string[]>>
  /** Magnitudes with other meanings when alone. */
  readonly notAlone?: readonly string[]
}

export interface MeasurementWords {
  /** The words for units, by the symbol: `ms` has `millisecond`. */
  readonly units: Readonly<Record<string, readonly string[]>>
  /** Plural endings of a unit's word, as the source of a regular expression. */
  readonly plural?: string
  /** Between the ends of a range: "2 to 4 kHz". */
  readonly between: readonly string[]
}

/** How a model talks about its work instead of doing it. */
export interface RemarkWords {
  /** Remarks at the start of a text; matched from its first letter. */
  readonly openings: readonly RegExp[]
  /** Remarks anywhere in a text. */
  readonly anywhere: readonly RegExp[]
}

export interface NegationWords {
  /** Matches each word that turns a statement into its opposite. */
  readonly words: RegExp
  /** Other ways to say no: "integral part missing" for "no integral part". */
  readonly otherWays?: RegExp
  /** For rewrites within the language. */
  readonly rewriting?: RewriteWords
  /** For translations into the language. */
  readonly translation?: TranslationWords
}

export interface RewriteWords {
  /** Idioms with a negation that does not negate the sentence. */
  readonly idioms: RegExp
  /** All but the last negation in a list of negated things, which counts as one. */
  readonly listed: RegExp
  /** Words that stand for a negation: "keeps bodies from passing" for "bodies do not pass". */
  readonly substitutes: RegExp
  /** A negation that negates the clause after it. */
  readonly beforeClause: RegExp
  /** What ends such a clause. */
  readonly clauseEnd: RegExp
  /** Words that restrict a negated clause instead of denying it. */
  readonly restricting: RegExp
  /** Short forms of negations, and what they are short for. */
  readonly contractions: readonly (readonly [RegExp, string])[]
  /** Negations of the word after them, with spaces between them. */
  readonly before: string
  /** Negations of the word before them. */
  readonly after: string
  /** Auxiliaries that appear with a negation: "does not move", "moves". */
  readonly carriers: string
  /** Words that reverse or suspend a statement without a negation. */
  readonly turning: string
}

export interface TranslationWords {
  /** Idioms whose negation denies nothing; `$1` is the part that is still read. */
  readonly idioms: RegExp
  /** Phrases of another language without a negation that this one often expresses with one, by that language's code. */
  readonly negatedFrom: Readonly<Record<string, RegExp>>
}
