/** A language that lessons are written or re-told in. Adding one: a line here, a choice in the questionnaire, texts in the glossary. */
export interface Language {
  readonly code: string
  readonly english: string
  readonly native: string
  readonly direction: 'ltr' | 'rtl'
  /** Matches one letter of the language's script. */
  readonly letter: RegExp
  /** Very common words, which tell the language from others of the same script. */
  readonly commonWords: ReadonlySet<string>
}

export const languages: Readonly<Record<string, Language>> = {
  en: {
    code: 'en',
    english: 'English',
    native: 'English',
    direction: 'ltr',
    letter: /\p{Script=Latin}/u,
    commonWords: new Set(
      'the of and to a in is it that for on with as are be this by an or from at which not you can its one when has have will what how their they than then each so if but your we into only more no all do does'.split(
        ' ',
      ),
    ),
  },
  ur: {
    code: 'ur',
    english: 'Urdu',
    native: 'اردو',
    direction: 'rtl',
    letter: /\p{Script=Arabic}/u,
    commonWords: new Set('کے کی کا میں ہے اور سے کو پر یہ ایک ہیں کہ جو نہیں تو وہ ہو بھی اس کر نے'.split(' ')),
  },
}

/** The language with this code; English when it is not known. */
export const getLanguage = (code: string): Language => languages[code] ?? (languages['en'] as Language)
