import type { GlossaryTerm } from './lesson.ts'
import { namePattern } from './name-pattern.ts'

/** The terms that occur in a text, by name or by alias, as `namePattern` finds them. */
export function filterGlossary(glossary: readonly GlossaryTerm[], text: string): GlossaryTerm[] {
  return glossary.filter(({ term, aliases }) => [term, ...aliases].some((name) => namePattern(name).test(text)))
}
