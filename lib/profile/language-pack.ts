/**
 * The words and idioms of a language by which a text in it is judged; the verifier has none of its own. Only what tells the
 * language is a must: a question that needs a part which is left out is not asked of texts in that language.
 * Words are written as they stand in a text, in small letters. Regular expressions have the flags `giu` where they count.
 */
export interface LanguagePack {
  /** Matches one letter of the language's script. */
  readonly letter: RegExp
  /** The share of letters in its script that a text has at least: technical terms stay in English, in Latin script. */
  readonly scriptShareMin: number
  /** Very common words, with spaces between them: they tell the language from others of the same script. */
  readonly commonWords: string
  /** Endings that are taken off before words are compared. */
  readonly endings?: RegExp
  /** Everyday nouns, with spaces between them. A glossary may define one; a text that has it seldom means the everyday word. */
  readonly everydayNouns?: string
  /** Between two names in a citation: `Smith and Lee, 2019`. */
  readonly citedTogether?: string
  /** Texts are graded by this formula; without it by the words of a sentence. */
  readonly gradedBy?: 'flesch-kincaid-grade'
  readonly numbers?: NumberWords
  readonly measurements?: MeasurementWords
  readonly remarks?: RemarkWords
  readonly negations?: NegationWords
}

/** Words for numbers, by the number. */
export interface NumberWords {
  readonly counts: Readonly<Record<string, readonly string[]>>
  /** They multiply the number before them, and alone they are numbers too. */
  readonly magnitudes: Readonly<Record<string, readonly string[]>>
  readonly ordinals: Readonly<Record<string, readonly string[]>>
  /** Magnitudes that have other meanings where they stand alone. */
  readonly notAlone?: readonly string[]
}

export interface MeasurementWords {
  /** The words for units, by the symbol: `ms` has `millisecond`. */
  readonly units: Readonly<Record<string, readonly string[]>>
  /** What a unit's word may end in where there are several, as the source of a regular expression. */
  readonly plural?: string
  /** Between the ends of a range: "2 to 4 kHz". */
  readonly between: readonly string[]
}

/** How a writer talks about its work instead of doing it. */
export interface RemarkWords {
  /** With which a text begins; matched where its first letter is. */
  readonly openings: readonly RegExp[]
  /** Wherever they stand. */
  readonly anywhere: readonly RegExp[]
}

export interface NegationWords {
  /** Matches each word that turns a statement into its opposite. */
  readonly words: RegExp
  /** Other ways to say no: "integral part missing" for "no integral part". */
  readonly otherWays?: RegExp
  /** For texts that are told anew within the language. */
  readonly retelling?: RetellingWords
  /** For translations into the language. */
  readonly translation?: TranslationWords
}

export interface RetellingWords {
  /** Negations that do not negate the sentence. */
  readonly idioms: RegExp
  /** All but the last negation of a list of negated things, which says no once. */
  readonly listed: RegExp
  /** Words that stand for a negation: "keeps bodies from passing" for "bodies do not pass". */
  readonly substitutes: RegExp
  /** A negation whose clause is what it negates. */
  readonly beforeClause: RegExp
  /** What ends such a clause. */
  readonly clauseEnd: RegExp
  /** In a negated clause they restrict what is said, and do not deny it. */
  readonly restricting: RegExp
  /** Short forms of negations, and what they are short for. */
  readonly contractions: readonly (readonly [RegExp, string])[]
  /** Negations of the word after them, with spaces between them. */
  readonly before: string
  /** Negations of the word before them. */
  readonly after: string
  /** They come and go with a negation: "does not move", "moves". */
  readonly carriers: string
  /** They turn or suspend a statement by other means than a negation. */
  readonly turning: string
}

export interface TranslationWords {
  /** Idioms whose negation denies nothing; `$1` is what of them is read all the same. */
  readonly idioms: RegExp
  /** What another language says without a negation, and this one often with one, by that language's code. */
  readonly negatedFrom: Readonly<Record<string, RegExp>>
}
