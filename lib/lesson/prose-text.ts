import { slotKind } from './slot-kind.ts'
import type { SyntaxNode } from './syntax-node.ts'

const lineTypes: ReadonlySet<string> = new Set([
  'paragraph',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

/** Whether warning and danger admonitions count as prose (`open`) or are skipped (`closed`). */
export type WarningMode = 'open' | 'closed'

/** A node's text outside all slots, each block on its own line. */
export function proseText(node: SyntaxNode, warnings: WarningMode): string {
  const kind = slotKind(node)
  if (kind !== null && !(kind === 'admonition' && warnings === 'open')) return ''
  if (node.type === 'textDirective') return `:${node.name ?? ''}`
  if (node.type === 'break') return '\n'
  if (node.children === undefined) return node.value ?? ''
  return node.children.map((child) => proseText(child, warnings)).join(lineTypes.has(node.type) ? '' : '\n')
}
