import { buildHeading } from './build-heading.ts'
import { facetClass } from './facet-class.ts'
import { hashText } from '../text/index.ts'
import type { LessonLink, Section, Slot } from './lesson.ts'
import type { PlannedSection } from './plan-sections.ts'
import { planSections } from './plan-sections.ts'
import type { PlannedLink, PlannedSlot } from './plan-slots.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** Cuts a parsed lesson into sections, each with its own source and its own offsets. */
export async function splitLesson(root: SyntaxNode, source: string, tags: readonly string[]): Promise<Section[]> {
  const planned = planSections(root)
  const targets = definedTargets(root)
  const starts = planned.map((section, index) => (index === 0 ? 0 : lineStart(source, firstNode(section))))
  return Promise.all(
    planned.map(async (section, index) => {
      const start = starts[index] ?? 0
      const text = source.slice(start, starts[index + 1] ?? source.length).trimEnd()
      return buildSection(section, { start, source, text, targets, tags, hash: await hashText(text) })
    }),
  )
}

interface SectionCut {
  readonly start: number
  /** The lesson's source. */
  readonly source: string
  /** The section's. */
  readonly text: string
  readonly hash: string
  readonly targets: ReadonlyMap<string, string>
  readonly tags: readonly string[]
}

function buildSection(planned: PlannedSection, cut: SectionCut): Section {
  const { heading } = planned
  return {
    id: planned.id,
    heading: heading === null ? null : buildHeading(heading, cut.source),
    source: cut.text,
    hash: cut.hash,
    body: bodyRange(planned, cut),
    slots: planned.slots.map((slot) => buildSlot(slot, cut)),
    links: planned.links.map((link) => buildLink(link, cut)),
    words: planned.words,
    facets: facetClass(planned.nodes, cut.tags),
  }
}

function bodyRange(planned: PlannedSection, cut: SectionCut): Section['body'] {
  const [first] = planned.body
  const last = planned.body.at(-1)
  if (first === undefined || last === undefined) return { start: cut.text.length, end: cut.text.length }
  const before = planned.nodes[planned.nodes.indexOf(first) - 1]
  const start = Math.max(lineStart(cut.source, first), before === undefined ? 0 : endOf(before))
  return { start: start - cut.start, end: endOf(last) - cut.start }
}

function buildSlot(slot: PlannedSlot, cut: SectionCut): Slot {
  const [first] = slot.nodes
  const last = slot.nodes.at(-1)
  return {
    id: slot.id,
    kind: slot.kind,
    placement: slot.placement,
    start: startOf(first) - cut.start,
    end: endOf(last) - cut.start,
    ...(slot.within === undefined ? {} : { within: slot.within }),
  }
}

function buildLink(link: PlannedLink, cut: SectionCut): LessonLink {
  const { node } = link
  return {
    number: link.number,
    start: endOf(node.children?.at(-1)) - cut.start,
    end: endOf(node) - cut.start,
    target: node.url ?? cut.targets.get(node.identifier ?? '') ?? '',
    ...(link.within === undefined ? {} : { within: link.within }),
  }
}

/** The first definition of a name counts, as in Markdown. */
function definedTargets(node: SyntaxNode, targets = new Map<string, string>()): Map<string, string> {
  const name = node.identifier ?? ''
  if (node.type === 'definition' && !targets.has(name)) targets.set(name, node.url ?? '')
  for (const child of node.children ?? []) definedTargets(child, targets)
  return targets
}

function firstNode(section: PlannedSection): SyntaxNode | undefined {
  return section.heading?.node ?? section.nodes[0]
}

function lineStart(source: string, node: SyntaxNode | undefined): number {
  return source.lastIndexOf('\n', startOf(node) - 1) + 1
}

function startOf(node: SyntaxNode | undefined): number {
  return knownOffset(node, node?.position?.start.offset)
}

function endOf(node: SyntaxNode | undefined): number {
  return knownOffset(node, node?.position?.end.offset)
}

function knownOffset(node: SyntaxNode | undefined, offset: number | undefined): number {
  if (offset === undefined) throw new Error(`Cannot cut out a ${node?.type ?? 'node'} without a position`)
  return offset
}
