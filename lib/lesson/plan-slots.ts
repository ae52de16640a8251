import { blockRuns } from './block-runs.ts'
import type { Slot, SlotKind } from './lesson.ts'
import { slotKind } from './slot-kind.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** A slot found in a tree: adjoining siblings, usually one. */
export interface PlannedSlot {
  readonly id: string
  readonly kind: SlotKind
  readonly placement: Slot['placement']
  readonly nodes: readonly SyntaxNode[]
  readonly within?: string
}

/** A link whose text is prose. */
export interface PlannedLink {
  readonly number: number
  readonly node: SyntaxNode
  readonly within?: string
}

export interface SlotPlan {
  readonly slots: readonly PlannedSlot[]
  readonly links: readonly PlannedLink[]
}

interface FoundSlot {
  readonly kind: SlotKind
  readonly placement: Slot['placement']
  readonly nodes: readonly SyntaxNode[]
  readonly within: FoundSlot | null
}

interface Findings {
  readonly slots: FoundSlot[]
  readonly links: { readonly node: SyntaxNode; readonly within: FoundSlot | null }[]
}

/**
 * Finds the slots and links of a section's blocks, in document order. Visible slots are numbered before hidden ones:
 * Docusaurus' tree lacks HTML comments, and both trees must give the same ids.
 */
export function planSlots(blocks: readonly SyntaxNode[]): SlotPlan {
  const findings: Findings = { slots: [], links: [] }
  visitBlocks(blocks, null, findings)
  const ids = slotIds(findings.slots)
  const within = (slot: FoundSlot | null) => (slot === null ? {} : { within: ids.get(slot) ?? '' })
  return {
    slots: findings.slots.map((slot) => ({
      id: ids.get(slot) ?? '',
      kind: slot.kind,
      placement: slot.placement,
      nodes: slot.nodes,
      ...within(slot.within),
    })),
    links: findings.links.map((link, index) => ({ number: index + 1, node: link.node, ...within(link.within) })),
  }
}

function slotIds(slots: readonly FoundSlot[]): Map<FoundSlot, string> {
  const shown = slots.filter((slot) => slot.kind !== 'hidden')
  const hidden = slots.filter((slot) => slot.kind === 'hidden')
  return new Map([...shown, ...hidden].map((slot, index) => [slot, `k${index + 1}`]))
}

function visitBlocks(blocks: readonly SyntaxNode[], within: FoundSlot | null, findings: Findings): void {
  for (const { kind, nodes } of blockRuns(blocks)) {
    if (kind === 'admonition') visitWarning(nodes, within, findings)
    else if (kind !== null) findings.slots.push({ kind, placement: 'block', nodes, within })
    else for (const node of nodes) visitProse(node, within, findings)
  }
}

/** A warning inside a warning belongs to the outer one's text. */
function visitWarning(nodes: readonly SyntaxNode[], within: FoundSlot | null, findings: Findings): void {
  const slot: FoundSlot = within ?? { kind: 'admonition', placement: 'block', nodes, within: null }
  if (within === null) findings.slots.push(slot)
  for (const node of nodes) visitBlocks(node.children ?? [], slot, findings)
}

function visitProse(node: SyntaxNode, within: FoundSlot | null, findings: Findings): void {
  const children = node.children ?? []
  if (node.type === 'tableCell' || isDirectiveLabel(node)) visitInlines(children, within, findings)
  else if (node.type === 'paragraph') visitParagraph(node, within, findings)
  else visitBlocks(children, within, findings)
}

/**
 * A paragraph of nothing but slots becomes block slots: one for each JSX element or expression, as MDX takes them out
 * of the paragraph (remark-mark-and-unravel), else one for the whole paragraph.
 */
function visitParagraph(paragraph: SyntaxNode, within: FoundSlot | null, findings: Findings): void {
  const children = paragraph.children ?? []
  const content = children.filter((child) => !isSpacing(child))
  const kinds = content.map(slotKind)
  if (kinds.includes(null)) {
    visitInlines(children, within, findings)
  } else if (children.every((child) => (isSpacing(child) ? child.type !== 'break' : isUnravelled(child)))) {
    visitBlocks(children, within, findings)
  } else {
    const kind = kinds.find((each) => each !== 'hidden') ?? 'hidden'
    findings.slots.push({ kind, placement: 'block', nodes: [paragraph], within })
  }
}

function visitInlines(nodes: readonly SyntaxNode[], within: FoundSlot | null, findings: Findings): void {
  for (const node of nodes) {
    const kind = slotKind(node)
    if (kind !== null) {
      findings.slots.push({ kind, placement: 'inline', nodes: [node], within })
      continue
    }
    if (node.type === 'link' || node.type === 'linkReference') findings.links.push({ node, within })
    visitInlines(node.children ?? [], within, findings)
  }
}

function isSpacing(node: SyntaxNode): boolean {
  return node.type === 'break' || (node.type === 'text' && (node.value ?? '').trim() === '')
}

function isUnravelled(node: SyntaxNode): boolean {
  return node.type === 'mdxJsxTextElement' || node.type === 'mdxTextExpression' || node.type === 'comment'
}

function isDirectiveLabel({ data }: SyntaxNode): boolean {
  return data !== undefined && 'directiveLabel' in data && data.directiveLabel === true
}
