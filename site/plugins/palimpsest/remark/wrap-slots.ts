import type { PlannedSection, PlannedSlot, SyntaxNode } from '../../../../lib/lesson/index.ts'
import { element } from './element.ts'

type Slots = ReadonlyMap<SyntaxNode, PlannedSlot>
type Links = ReadonlyMap<SyntaxNode, string>

/** A section's body with `<Slot id="k2">` around every part that shows and `<Slot id="link:3">` around every link. */
export function wrapSlots(section: PlannedSection): SyntaxNode[] {
  const shown = section.slots.filter((slot) => slot.kind !== 'hidden')
  const slots = new Map(shown.flatMap((slot) => slot.nodes.slice(0, 1).map((node) => [node, slot] as const)))
  const links = new Map(section.links.map((link) => [link.node, `link:${link.number}`]))
  return wrapSiblings(section.body, slots, links)
}

function wrapSiblings(nodes: readonly SyntaxNode[], slots: Slots, links: Links, parent?: SyntaxNode): SyntaxNode[] {
  const wrapped: SyntaxNode[] = []
  for (let index = 0; index < nodes.length;) {
    const run = nodes.slice(index, index + runLength(nodes[index], slots))
    for (const node of run) if (!isClosed(node, slots)) wrapChildren(node, slots, links)
    wrapped.push(...wrapRun(run, slots, links, parent))
    index += run.length
  }
  return wrapped
}

function runLength(first: SyntaxNode | undefined, slots: Slots): number {
  return (first && slots.get(first)?.nodes.length) ?? 1
}

/** Nothing is marked inside a slot, except in a warning, which a translation opens. */
function isClosed(node: SyntaxNode, slots: Slots): boolean {
  const kind = slots.get(node)?.kind
  return kind !== undefined && kind !== 'admonition'
}

function wrapChildren(node: SyntaxNode, slots: Slots, links: Links): void {
  if (node.children !== undefined) node.children = wrapSiblings(node.children, slots, links, node)
}

function wrapRun(run: SyntaxNode[], slots: Slots, links: Links, parent?: SyntaxNode): SyntaxNode[] {
  const [first] = run
  if (first === undefined) return run
  const slot = slots.get(first)
  const link = links.get(first)
  if (link !== undefined) return [element('Slot', link, 'inline', run)]
  if (slot === undefined) return run
  if (first.type === 'paragraph' && parent?.type === 'listItem') return [wrapContent(first, slot.id)]
  return [element('Slot', slot.id, slot.placement, run)]
}

/** A tight list shows a paragraph without its `<p>` only when the paragraph itself is the item's child. */
function wrapContent(paragraph: SyntaxNode, id: string): SyntaxNode {
  return { ...paragraph, children: [element('Slot', id, 'inline', paragraph.children ?? [])] }
}
