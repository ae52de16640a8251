import { locateMeasurements, type SyntaxNode } from '../../../../lib/lesson/index.ts'

/** Makes the node that holds a measurement together. */
type Build = (words: SyntaxNode) => SyntaxNode

/** A heading's words are also the contents'; a component may want its own children as they are. */
const isLeftAlone = ({ type, name }: SyntaxNode): boolean =>
  type === 'heading' || (type.startsWith('mdxJsx') && /^[A-Z]/.test(name ?? '') && !ours.has(name ?? ''))

/** The elements that the remark phase has written around the author's. */
const ours = new Set(['Section', 'Slot', 'Term', 'Lock'])

/** Puts every number with its unit, below a Markdown node, into a node of its own: lines break before it and after it. In place. */
export function markMeasurements(node: SyntaxNode, build: Build): void {
  if (node.children === undefined || isLeftAlone(node)) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return cutAtMeasurements(child.value ?? '', build)
    markMeasurements(child, build)
    return [child]
  })
}

function cutAtMeasurements(text: string, build: Build): SyntaxNode[] {
  const parts: SyntaxNode[] = []
  let passed = 0
  const cut = (to: number): void => {
    if (to > passed) parts.push({ type: 'text', value: text.slice(passed, to) })
    passed = to
  }
  for (const { start, end } of locateMeasurements(text)) {
    cut(start)
    parts.push(build({ type: 'text', value: text.slice(start, end) }))
    passed = end
  }
  cut(text.length)
  return parts
}
