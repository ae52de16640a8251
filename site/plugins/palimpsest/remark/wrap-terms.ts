import type { LocateTerms, SyntaxNode } from '../../../../lib/lesson/index.ts'
import { markTerms } from '../lesson/mark-terms.ts'

/**
 * Puts the first mention of each glossary term in a section into `<Term of>`. It changes the page alone: sections, slots and
 * hashes are known before. The first term of a section is the one that the Tab key reaches.
 */
export function wrapTerms(root: SyntaxNode, locate: LocateTerms): void {
  for (const section of root.children ?? []) {
    if (section.name !== 'Section') continue
    const marked = new Set<string>()
    const build = (term: string, words: SyntaxNode): SyntaxNode => termElement(term, marked.size === 1, words)
    for (const node of section.children ?? []) markTerms(node, { locate, marked, build })
  }
}

function termElement(term: string, first: boolean, words: SyntaxNode): SyntaxNode {
  const of = { type: 'mdxJsxAttribute', name: 'of', value: term }
  const stop = { type: 'mdxJsxAttribute', name: 'first', value: null }
  return { type: 'mdxJsxTextElement', name: 'Term', attributes: first ? [of, stop] : [of], children: [words] }
}
