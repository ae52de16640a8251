import { filterGlossary, type GlossaryTerm } from '../../lesson/index.ts'

/** The names of the glossary terms in a text, found by name or by alias. */
export const findTermNames = (text: string, glossary: readonly GlossaryTerm[]): Set<string> =>
  new Set(filterGlossary(glossary, text).map(({ term }) => term))
