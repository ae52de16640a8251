import type { GlossaryTerm } from './lesson.ts'
import { namePattern } from './name-pattern.ts'

/** Where a text mentions a term; offsets are UTF-16 code units. */
export interface TermMention {
  readonly term: string
  readonly start: number
  readonly end: number
}

export type LocateTerms = (text: string) => TermMention[]

/**
 * Reads a glossary once and says where a text mentions its terms, in the text's order. Mentions never overlap: of two that
 * begin together the longer counts, so `sensor fusion` is no `sensor`.
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

/** Its pattern is made for the first text that has its words: those of a whole glossary take a phone half a second. */
function readName(term: string, name: string): Name {
  let pattern: RegExp | undefined
  return { term, words: inPlainWords(name.trim()), pattern: () => (pattern ??= namePattern(name, 'g')) }
}

const inPlainWords = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ')
