import { visit } from 'unist-util-visit'
import { headingAnchors } from '../../lib/lesson/heading-anchors.ts'
import { parseMarkdown } from '../../lib/lesson/parse-markdown.ts'
import type { SyntaxNode } from '../../lib/lesson/syntax-node.ts'

/** The parts of a lesson's Markdown that no rewrite may change. */
export interface PreservedParts {
  /** In document order: what is shown as it is. */
  readonly code: readonly string[]
  readonly math: readonly string[]
  readonly images: readonly string[]
  readonly html: readonly string[]
  readonly rules: number
  readonly footnotes: readonly string[]
  /** Each address once. */
  readonly targets: readonly string[]
  readonly anchors: readonly string[]
  readonly admonitions: readonly string[]
}

/** Parses a lesson's Markdown and collects those parts. */
export function readPreservedParts(markdown: string): PreservedParts {
  const root = parseMarkdown(markdown, { slug: 'lesson', format: 'md' })
  const nodes: SyntaxNode[] = []
  visit(root, (node: SyntaxNode) => {
    nodes.push(node)
  })
  const read = (types: readonly string[], describe: (node: SyntaxNode) => string): string[] =>
    nodes.filter(({ type }) => types.includes(type)).map(describe)
  const valueOf = (node: SyntaxNode): string =>
    JSON.stringify([node.type, node.lang, Reflect.get(node, 'meta'), node.value])
  return {
    code: read(['code'], valueOf),
    math: read(['math', 'inlineMath'], valueOf),
    images: read(['image', 'imageReference'], (node) => JSON.stringify([node.url, Reflect.get(node, 'alt')])),
    // Indentation around an element means nothing to it.
    html: read(['html'], ({ value = '' }) => value.replaceAll(/^[ \t]+|[ \t]+$/gm, '')),
    rules: read(['thematicBreak'], () => '').length,
    footnotes: read(['footnoteReference', 'footnoteDefinition'], ({ identifier }) => identifier ?? ''),
    targets: [...new Set(read(['link', 'definition'], ({ url }) => url ?? ''))].toSorted(),
    anchors: [...headingAnchors(root).values()].map(({ anchor }) => anchor),
    admonitions: read(['containerDirective'], ({ name }) => name ?? ''),
  }
}
