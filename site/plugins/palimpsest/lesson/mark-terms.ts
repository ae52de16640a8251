import type { LocateTerms, SyntaxNode } from '../../../../lib/lesson/index.ts'

export interface TermMarking {
  readonly locate: LocateTerms
  /** The terms that are marked already; those that are marked now are added. */
  readonly marked: Set<string>
  /** Makes the node that stands for a mention. */
  readonly build: (term: string, words: SyntaxNode) => SyntaxNode
}

/** Where running text stands. Headings, links, code, slots and whatever else is not named here are left alone. */
const running: ReadonlySet<string> = new Set([
  'root',
  'paragraph',
  'list',
  'listItem',
  'blockquote',
  'emphasis',
  'strong',
  'delete',
  'table',
  'tableRow',
  'tableCell',
  'containerDirective',
])

/** Marks the first mention of each glossary term in the running text below a Markdown node, in place. */
export function markTerms(node: SyntaxNode, marking: TermMarking): void {
  if (node.children === undefined || !running.has(node.type) || isTitle(node)) return
  const [head, ...rows] = node.children
  const [left, entered] = node.type === 'table' && head ? [[head], rows] : [[], node.children]
  node.children = [...left, ...entered.flatMap((child) => markChild(child, marking))]
}

/** The title of an admonition. */
function isTitle({ data }: SyntaxNode): boolean {
  return data !== undefined && 'directiveLabel' in data
}

function markChild(child: SyntaxNode, marking: TermMarking): SyntaxNode[] {
  if (child.type === 'text') return cutAtTerms(child.value ?? '', marking)
  markTerms(child, marking)
  return [child]
}

function cutAtTerms(text: string, { locate, marked, build }: TermMarking): SyntaxNode[] {
  const parts: SyntaxNode[] = []
  let end = 0
  const cut = (to: number): void => {
    if (to > end) parts.push({ type: 'text', value: text.slice(end, to) })
  }
  for (const mention of locate(text)) {
    if (marked.has(mention.term)) continue
    marked.add(mention.term)
    cut(mention.start)
    parts.push(build(mention.term, { type: 'text', value: text.slice(mention.start, mention.end) }))
    end = mention.end
  }
  cut(text.length)
  return parts
}
