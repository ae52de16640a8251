import { classicId, headingContent } from './heading-anchors.ts'
import type { Heading } from './lesson.ts'
import type { PlannedSection } from './plan-sections.ts'
import { planSlots } from './plan-slots.ts'
import { escapeLookalikes, linkPlaceholder } from './placeholder.ts'
import type { SyntaxNode } from './syntax-node.ts'

/** A range of a lesson's source, in offsets. */
interface Range {
  readonly start: number
  readonly end: number
}

/** Builds a section's heading from the lesson's source. */
export function buildHeading({ node, text, depth }: NonNullable<PlannedSection['heading']>, source: string): Heading {
  const content = headingContent(node)
  if (content.every(({ type }) => type === 'text')) return { text, depth }
  const { slots, links } = planSlots([{ type: 'paragraph', children: [...content] }])
  if (slots.some(({ kind }) => kind !== 'hidden')) return { text, depth, fixed: true }
  const comments = slots.flatMap(({ nodes }) => nodes.map((hidden) => ({ ...rangeOf(hidden), insert: '' })))
  const ends = links.map(({ node: link, number }) => ({ ...linkEnd(link), insert: linkPlaceholder(number) }))
  const markdown = replaceIn(source, rangeOf({ type: 'heading', children: [...content] }), [...comments, ...ends])
  const linkEnds = ends.map(({ start, end }) => source.slice(start, end))
  return { text, depth, markdown, ...(linkEnds.length === 0 ? {} : { linkEnds }) }
}

/** Joins a heading of several lines into one. */
function replaceIn(
  source: string,
  { start, end }: Range,
  replacements: readonly (Range & { readonly insert: string })[],
): string {
  const pieces: string[] = []
  let from = start
  for (const replacement of replacements.toSorted((a, b) => a.start - b.start)) {
    pieces.push(escapeLookalikes(source.slice(from, replacement.start)), replacement.insert)
    from = replacement.end
  }
  pieces.push(escapeLookalikes(source.slice(from, end)).replace(classicId, ''))
  return pieces.join('').replace(/\s+/g, ' ').trim()
}

function linkEnd(link: SyntaxNode): Range {
  return { start: rangeOf({ type: 'heading', children: link.children ?? [] }).end, end: rangeOf(link).end }
}

function rangeOf({ position, children = [] }: SyntaxNode): Range {
  const start = position?.start.offset ?? children[0]?.position?.start.offset ?? 0
  const end = position?.end.offset ?? children.at(-1)?.position?.end.offset ?? start
  return { start, end }
}
