import { getPack, type LanguagePack } from '../profile/index.ts'
import type { WritingTask } from '../prompt/index.ts'

/** Names and terms of a field stand in English in every text. */
export const termsLanguage = 'en'

const known = new Map<string, readonly LanguagePack[]>()

/** The words that may stand in a rewrite or in its section: those of both languages, and English ones. The same list for the same languages. */
export function packsOf({
  language,
  lesson,
}: Pick<WritingTask, 'language'> & { readonly lesson: { readonly language: string } }) {
  const codes = [...new Set([language, lesson.language, termsLanguage])]
  const packs = known.get(codes.join()) ?? codes.map(getPack)
  known.set(codes.join(), packs)
  return packs
}
