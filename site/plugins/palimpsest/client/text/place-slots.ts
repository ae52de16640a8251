import type { Nodes, Paragraph, Parents, Root, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { cutAtSlots, withoutMarks } from './mark-slots.ts'

const admonitions = new Set([
  'note',
  'tip',
  'info',
  'warning',
  'danger',
  'caution',
  'important',
  'secondary',
  'success',
])

/** An element of its own in the page: `data.hName` says to `showTree` what to make of it. */
function slotNode(slot: string, element: 'div' | 'span', position?: Paragraph['position']): Paragraph {
  return { type: 'paragraph', children: [], data: { hName: element, hProperties: { 'data-slot': slot } }, position }
}

/** Turns slot marks into elements and `:::note` fences into admonitions, in the tree that was read from `source`. */
export function placeSlots(tree: Root, source: string): void {
  placeIn(tree, source)
}

function placeIn(parent: Parents, source: string): void {
  const placed = parent.children.flatMap((child) => place(child, source))
  parent.children = placed as typeof parent.children
}

function place(node: RootContent, source: string): Nodes[] {
  switch (node.type) {
    case 'text':
      return cutText(node.value)
    case 'paragraph':
      return placeParagraph(node, source)
    case 'containerDirective':
      return [placeAdmonition(node, source)]
    case 'leafDirective':
    case 'textDirective':
      return cutText(asWritten(node, source))
    default:
      if ('value' in node) node.value = withoutMarks(node.value)
      if ('title' in node) node.title = withoutMarks(node.title ?? '') || null
      if ('children' in node) {
        placeIn(node, source)
      }
      return [node]
  }
}

function cutText(text: string): Nodes[] {
  return cutAtSlots(text).map((part): Nodes =>
    typeof part === 'string' ? { type: 'text', value: part } : slotNode(part.slot, 'span'),
  )
}

/** A paragraph of nothing but slots is no paragraph: its slots stand as blocks. */
function placeParagraph(paragraph: Paragraph, source: string): Nodes[] {
  const slots = onlySlots(paragraph)
  if (slots) {
    return slots.map((slot) => slotNode(slot, 'div', paragraph.position))
  }
  placeIn(paragraph, source)
  return [paragraph]
}

/** The ids of a paragraph's slots, if it holds nothing else. */
function onlySlots({ children }: Paragraph): string[] | undefined {
  const slots: string[] = []
  for (const child of children) {
    if (child.type !== 'text') {
      return undefined
    }
    for (const part of cutAtSlots(child.value)) {
      if (typeof part !== 'string') {
        slots.push(part.slot)
      } else if (part.trim() !== '') {
        return undefined
      }
    }
  }
  return slots.length > 0 ? slots : undefined
}

/** A colon in a sentence ("at 10:30") looks like a directive; it stays what was written. */
function asWritten(node: TextDirective | LeafDirective, source: string): string {
  const { start, end } = node.position ?? {}
  return source.slice(start?.offset ?? 0, end?.offset ?? 0)
}

/** As Docusaurus makes it (@docusaurus/mdx-loader, remark/admonitions): a title of nothing but text is a property. */
function placeAdmonition(node: ContainerDirective, source: string): Nodes {
  const [first, ...others] = node.children
  const label = isLabel(first) ? first : undefined
  if (label) node.children = others
  const { id, class: className, title = textOf(label) } = node.attributes ?? {}
  placeIn(node, source)
  if (label && !title) node.children.unshift(titleNode(label, source))
  const kind = admonitions.has(node.name) ? node.name : 'note'
  node.data = {
    hName: 'aside',
    hProperties: {
      'data-kind': kind,
      ...(title ? { 'data-title': title } : {}),
      ...(id ? { id } : {}),
      ...(className ? { 'data-class': className } : {}),
    },
  }
  return node
}

const isLabel = (node: RootContent | undefined): node is Paragraph =>
  node?.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data

/** A title without a slot, a link, code or stress. */
function textOf(label: Paragraph | undefined): string | undefined {
  const [only, ...others] = label?.children ?? []
  if (only?.type !== 'text' || others.length > 0) return undefined
  return cutAtSlots(only.value).some((part) => typeof part !== 'string') ? undefined : only.value
}

/** What Docusaurus' admonition looks for among its children. */
function titleNode(label: Paragraph, source: string): Paragraph {
  placeIn(label, source)
  label.data = { ...label.data, hName: 'mdxAdmonitionTitle' }
  return label
}
