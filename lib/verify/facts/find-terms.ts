import { filterGlossary, type GlossaryTerm } from '../../lesson/index.ts'

/** The names of the glossary's terms that stand in a text, by themselves or by an alias. */
export const findTerms = (text: string, glossary: readonly GlossaryTerm[]): Set<string> =>
  new Set(filterGlossary(glossary, text).map(({ term }) => term))
