import type { Root } from 'mdast'
import termNames from 'palimpsest-term-names'
import { locateTermsOf, type SyntaxNode } from '../../../../../lib/lesson/index.ts'
import { markTerms } from '../../lesson/mark-terms.ts'

const locate = locateTermsOf(termNames)

/** What a block shows elsewhere than in running text: code, links, slots and titles. */
const elsewhere = /`[^`\n]*`|\[\[slot:k\d+\]\]|\[[^\]\n]*\]\(link:\d+\)|^[ \t>]*:{3,}.*$/gm

/** For each block of a section, the terms of the blocks before it, one a line: a string, because React compares it by value. */
export function termsExplainedBefore(blocks: readonly string[]): string[] {
  const explained = new Set<string>()
  return blocks.map((markdown) => {
    const before = [...explained].join('\n')
    locate(markdown.replace(elsewhere, ' ')).forEach(({ term }) => explained.add(term))
    return before
  })
}

/** Marks the terms that `explained` does not have, in one block of a rewrite. */
export function markMentions(tree: Root, explained: string): void {
  const marked = new Set(explained === '' ? [] : explained.split('\n'))
  const build = (term: string, words: SyntaxNode): SyntaxNode => mention(term, marked.size === 1, words)
  markTerms(tree, { locate, marked, build })
}

/** Emphasis by its type only: `hName` makes a `<dfn>` of it, which the page shows as a `Term`. */
function mention(term: string, first: boolean, words: SyntaxNode): SyntaxNode {
  const hProperties = { 'data-term': term, ...(first ? { 'data-first': '' } : {}) }
  return { type: 'emphasis', children: [words], data: { hName: 'dfn', hProperties } }
}
