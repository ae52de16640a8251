import type { GlossaryTerm } from './lesson.ts'
import { namePattern } from './name-pattern.ts'

/** A mention of a term; offsets are UTF-16 code units. */
export interface TermMention {
  readonly term: string
  readonly start: number
  readonly end: number
}

export type LocateTerms = (text: string) => TermMention[]

/**
 * Reads a glossary once; the returned function finds its terms in a text, in order. Mentions never overlap: of two that
 * start together the longer one counts, so `sensor fusion` is not `sensor`.
 */
export function locateTermsOf(glossary: readonly Pick<GlossaryTerm, 'term' | 'aliases'>[]): LocateTerms {
  const names = glossary.flatMap(({ term, aliases }) => [term, ...aliases].map((name) => readName(term, name)))
  return (text) => {
    const plain = inPlainWords(text)
    const found = names
      .filter(({ words }) => plain.includes(words))
      .flatMap(({ term, pattern }) =>
        [...text.matchAll(pattern())].map(({ 0: words, index }) => ({ term, start: index, end: index + words.length })),
      )
    let end = 0
    return found
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter((mention) => {
        const apart = mention.start >= end
        end = apart ? mention.end : end
        return apart
      })
  }
}

interface Name {
  readonly term: string
  readonly words: string
  readonly pattern: () => RegExp
}

/**
 * The pattern is made when a text first contains the name's words: a whole glossary's patterns take half a second on a
 * phone.
 */
function readName(term: string, name: string): Name {
  let pattern: RegExp | undefined
  return { term, words: inPlainWords(name.trim()), pattern: () => (pattern ??= namePattern(name, 'g')) }
}

const inPlainWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')
