import { getLanguage, type LanguageCode } from './get-language.ts'
import type { LanguagePack } from './language-pack.ts'
import * as packs from './language-packs.ts'

const byCode: Readonly<Record<LanguageCode, LanguagePack>> = packs

/** The words by which texts in this language are judged; English ones if it is unknown. */
export const getPack = (code: string | undefined): LanguagePack => byCode[getLanguage(code).code]

/** The words of all languages. */
export const everyPack: readonly LanguagePack[] = Object.values(byCode)
