import type { GlossaryTerm } from '../../lesson/lesson.ts'

/** The glossary's terms that stand in a text as whole words, by themselves or by an alias; case does not matter. */
export function findTerms(text: string, glossary: readonly GlossaryTerm[]): Set<string> {
  return new Set(
    glossary
      .filter(({ term, aliases }) => [term, ...aliases].some((name) => occurs(name, text)))
      .map(({ term }) => term),
  )
}

function occurs(name: string, text: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?:s|es)?(?![\\p{L}\\p{N}])`, 'iu').test(text)
}
