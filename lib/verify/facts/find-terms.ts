import { filterGlossary, type GlossaryTerm } from '../../lesson/index.ts'

/** The names of the glossary's terms that stand in a text, by themselves or by an alias. */
export const findTermNames = (text: string, glossary: readonly GlossaryTerm[]): Set<string> =>
  new Set(filterGlossary(glossary, text).map(({ term }) => term))
