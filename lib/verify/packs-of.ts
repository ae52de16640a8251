import { getPack, type LanguagePack } from '../profile/index.ts'
import type { WritingTask } from '../prompt/index.ts'

/** Technical names and terms are in English in every text. */
export const termsLanguage = 'en'

const known = new Map<string, readonly LanguagePack[]>()

/**
 * The language packs for a rewrite and its section: those of both languages, and English. The same list for the same
 * languages.
 */
export function packsOf({
  language,
  lesson,
}: Pick<WritingTask, 'language'> & { readonly lesson: { readonly language: string } }) {
  const codes = [...new Set([language, lesson.language, termsLanguage])]
  const packs = known.get(codes.join()) ?? codes.map(getPack)
  known.set(codes.join(), packs)
  return packs
}
