import { countWords } from '../text/index.ts'
import type { HeadingAnchor } from './heading-anchors.ts'
import { headingAnchors } from './heading-anchors.ts'
import type { PlannedLink, PlannedSlot } from './plan-slots.ts'
import { planSlots } from './plan-slots.ts'
import { proseText } from './prose-text.ts'
import { openingId, sectionId } from './section-id.ts'
import { slotKind } from './slot-kind.ts'
import { splitLongSection } from './split-long-section.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** A section as found in a tree. Its nodes are children of the root. */
export interface PlannedSection {
  readonly id: string
  /** The heading that starts the section; null for the opening and for later parts of a long section. */
  readonly heading: { readonly node: SyntaxNode; readonly text: string; readonly depth: number } | null
  /** Everything but the heading. */
  readonly nodes: readonly SyntaxNode[]
  /** `nodes` without the page's title and without hidden nodes at either end. */
  readonly body: readonly SyntaxNode[]
  readonly slots: readonly PlannedSlot[]
  readonly links: readonly PlannedLink[]
  /** Words of prose outside all slots. */
  readonly words: number
}

/**
 * Divides a lesson's tree into sections and finds their slots and links. It only reads the tree, so that it gives the
 * same ids for the tree of `parseMarkdown` and for the one that Docusaurus passes to remark plugins.
 */
export function planSections(root: SyntaxNode): PlannedSection[] {
  const anchors = headingAnchors(root)
  return headedRuns(root.children ?? [], anchors).flatMap((run) => {
    const parts = run.nodes.length === 0 ? [[]] : splitLongSection(run.nodes)
    return parts.map((nodes, index) => planSection(run, nodes, index + 1))
  })
}

interface HeadedRun {
  readonly heading: (HeadingAnchor & { readonly node: SyntaxNode }) | null
  readonly nodes: SyntaxNode[]
}

function headedRuns(nodes: readonly SyntaxNode[], anchors: Map<SyntaxNode, HeadingAnchor>): HeadedRun[] {
  const runs: HeadedRun[] = [{ heading: null, nodes: [] }]
  for (const node of nodes) {
    const anchor = anchors.get(node)
    if (anchor !== undefined && (node.depth === 2 || node.depth === 3)) {
      runs.push({ heading: { ...anchor, node }, nodes: [] })
    } else {
      runs.at(-1)?.nodes.push(node)
    }
  }
  return runs.filter((run) => run.heading !== null || run.nodes.length > 0)
}

function planSection(run: HeadedRun, nodes: readonly SyntaxNode[], part: number): PlannedSection {
  const { heading } = run
  const id = heading === null ? openingId : sectionId(heading.anchor)
  const isFirst = part === 1
  const body = bodyNodes(nodes, heading === null && isFirst)
  return {
    id: isFirst ? id : `${id}~${part}`,
    heading:
      heading === null || !isFirst ? null : { node: heading.node, text: heading.text, depth: heading.node.depth ?? 2 },
    nodes,
    body,
    ...planSlots(body),
    words: body.reduce((sum, node) => sum + countWords(proseText(node, 'closed')), 0),
  }
}

function bodyNodes(nodes: readonly SyntaxNode[], isOpening: boolean): readonly SyntaxNode[] {
  const isHead = (node: SyntaxNode) => isHidden(node) || (isOpening && isTitle(node))
  const start = nodes.findIndex((node) => !isHead(node))
  if (start === -1) return []
  const end = nodes.findLastIndex((node) => !isHidden(node))
  return nodes.slice(start, end + 1)
}

function isHidden(node: SyntaxNode): boolean {
  return slotKind(node) === 'hidden'
}

function isTitle(node: SyntaxNode): boolean {
  return node.type === 'heading' && node.depth === 1
}
