import type { SyntaxNode, SyntaxPoint } from './syntax-node.ts'

/**
 * Gives positions to the links that remark-gfm finds in finished text (`"https://example.com"`, `me@example.com`): it
 * makes those nodes without saying where they stand. Offsets only; lines and columns are those of the node before.
 */
export function locateAutolinks(node: SyntaxNode, text: string): void {
  const children = node.children ?? []
  let from = startOf(node)
  for (const child of children) {
    if (child.position === undefined) locateChild(child, from, text)
    from = child.position?.end ?? from
    locateAutolinks(child, text)
  }
}

function startOf(node: SyntaxNode): SyntaxPoint {
  return node.position?.start ?? { line: 1, column: 1, offset: 0 }
}

function locateChild(child: SyntaxNode, from: SyntaxPoint, text: string): void {
  if (child.type !== 'link') return
  const linkText = child.children?.[0]?.value ?? ''
  const offset = text.indexOf(linkText, from.offset ?? 0)
  if (offset === -1) return
  const start = { ...from, offset }
  const end = { ...from, offset: offset + linkText.length }
  child.position = { start, end }
  for (const inner of child.children ?? []) inner.position = { start, end }
}
