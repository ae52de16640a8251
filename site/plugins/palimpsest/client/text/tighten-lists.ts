import type { Nodes } from 'mdast'
import type { MaskGaps } from '../../lesson/page-lesson.ts'

/** Where a page has no such gaps. */
export const noGaps: MaskGaps = { before: [], after: [] }

/**
 * Takes no list for one with gaps whose only gaps are those that a slot was set apart by when the text was masked: the author's
 * code stands directly under the words of its item.
 */
export function tightenLists(node: Nodes, gaps: MaskGaps): void {
  if (!('children' in node)) return
  if (node.type === 'listItem' && node.spread) {
    node.spread = node.children.some((child, place) => {
      const before = node.children[place - 1]
      return before !== undefined && hasGap(before, child) && !isSetApart(before, child, gaps)
    })
  }
  for (const child of node.children) tightenLists(child, gaps)
}

const hasGap = (before: Nodes, after: Nodes): boolean =>
  (after.position?.start.line ?? 0) - (before.position?.end.line ?? 0) > 1

const isSetApart = (before: Nodes, after: Nodes, gaps: MaskGaps): boolean =>
  gaps.before.includes(slotOf(after) ?? '') || gaps.after.includes(slotOf(before) ?? '')

function slotOf(node: Nodes): string | undefined {
  const slot = node.data?.hProperties?.['data-slot']
  return typeof slot === 'string' ? slot : undefined
}
