import type { TaskTerm } from './writing-task.ts'

/** A glossary term and its position in a text. */
export interface LocatedTerm {
  readonly term: TaskTerm
  readonly index: number
}

/** Terms that are also everyday words: they only count where the lesson's headings use them. */
const everydayWords = new Set([
  'action',
  'bandwidth',
  'bias',
  'joint',
  'link',
  'message',
  'node',
  'noise',
  'policy',
  'reward',
  'service',
  'state',
  'topic',
])

/** Finds the glossary's terms in a text as read aloud; of two that overlap, the longer one counts. */
export function locateGlossaryTerms(text: string, glossary: readonly TaskTerm[]): LocatedTerm[] {
  const names = glossary.flatMap((term) => [term.term, ...term.aliases].map((name) => ({ term, name })))
  let rest = text
  const mentions: LocatedTerm[] = []
  for (const { term, name } of names.toSorted((one, other) => other.name.length - one.name.length)) {
    rest = rest.replace(wordPattern(name), (found, index: number) => {
      mentions.push({ term, index })
      return '\u2026'.repeat(found.length)
    })
  }
  return mentions.toSorted((one, other) => one.index - other.index)
}

/** Whether a term is used here in the glossary's sense. */
export function isMeant(term: TaskTerm, headings: readonly string[]): boolean {
  if (!everydayWords.has(term.term)) return true
  return headings.some((heading) => locateGlossaryTerms(heading, [term]).length > 0)
}

/** A name with capitals is an acronym or a proper name, so its case matters. */
function wordPattern(name: string): RegExp {
  const flags = /[A-Z]/.test(name) ? 'gu' : 'giu'
  return new RegExp(`(?<![\\p{L}\\p{N}-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, flags)
}
