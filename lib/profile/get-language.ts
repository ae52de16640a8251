import type { Language } from './language.ts'
import * as languages from './languages.ts'

export type LanguageCode = keyof typeof languages

/** A language with one of the known codes. */
type KnownLanguage = Language & { readonly code: LanguageCode }

const byCode = languages as Readonly<Record<LanguageCode, KnownLanguage>>

/** All languages: English first, then by their codes. Sorted here, since runtimes list a module's exports in different orders. */
export const everyLanguage: readonly KnownLanguage[] = [
  byCode.en,
  ...Object.values(byCode)
    .filter(({ code }) => code !== 'en')
    .toSorted((one, other) => (one.code < other.code ? -1 : 1)),
]

export const isLanguage = (code: string | undefined): code is LanguageCode => code !== undefined && code in byCode

/** The language with this code; English if it is unknown. */
export const getLanguage = (code: string | undefined): KnownLanguage => byCode[isLanguage(code) ? code : 'en']
