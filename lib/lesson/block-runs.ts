import type { SlotKind } from './lesson.ts'
import { slotKind } from './slot-kind.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** A block of prose (`kind` null), or slots that share a line and the white space between them. */
export interface BlockRun {
  readonly kind: SlotKind | null
  readonly nodes: readonly SyntaxNode[]
}

/** Groups sibling blocks so that no two slots share a line: `<A /> <B />` is one slot. */
export function blockRuns(blocks: readonly SyntaxNode[]): BlockRun[] {
  const runs: { kind: SlotKind | null; nodes: SyntaxNode[] }[] = []
  let space: SyntaxNode[] = []
  for (const block of blocks) {
    if (isWhiteSpace(block)) {
      space.push(block)
      continue
    }
    const kind = slotKind(block)
    const last = runs.at(-1)
    if (last !== undefined && isClosed(last.kind) && isClosed(kind) && sharesLine(last.nodes.at(-1), block)) {
      last.nodes.push(...space, block)
      if (last.kind === 'hidden') last.kind = kind
    } else {
      runs.push({ kind, nodes: [block] })
    }
    space = []
  }
  return runs
}

function isWhiteSpace(node: SyntaxNode): boolean {
  return node.type === 'text' && (node.value ?? '').trim() === ''
}

function isClosed(kind: SlotKind | null): boolean {
  return kind !== null && kind !== 'admonition'
}

function sharesLine(before: SyntaxNode | undefined, after: SyntaxNode): boolean {
  const line = before?.position?.end.line
  return line !== undefined && line === after.position?.start.line
}
