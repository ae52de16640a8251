import type { Section } from './lesson.ts'
import { makeInert } from './make-inert.ts'
import { restoreHeading } from './restore-heading.ts'
import { sectionAnchor } from './section-id.ts'

/** A section with what is to stand in its place. */
export interface RestoredSection {
  readonly section: Section
  /** The body's text, slots put back; null for the author's. */
  readonly text: string | null
  /** The translated heading; absent when the author's stands. */
  readonly heading?: string
}

const atxMarker = /^ {0,3}#{1,6}(?:[ \t]|\n|$)/
const setextUnderline = /^ {0,3}(?:=+|-+)[ \t]*$/
/** `{#id}`, or a comment with it, at the end of a heading's line. */
const explicitId = /(?:\{#[^{}\n]*\}|\{\/\*\s*#.*?\*\/\}|<!--\s*#.*?-->)(?=[ \t]*#*[ \t]*$)/

/** Characters at a heading's end in which its id is looked for. */
const idLengthMax = 400

/** A lesson's whole Markdown, made of its sections in order. Headings keep their anchors, and hidden parts their place. */
export function restoreLesson(sections: readonly RestoredSection[]): string {
  return sections.map(sectionMarkdown).join('\n\n')
}

function sectionMarkdown({ section, text, heading }: RestoredSection): string {
  const { source, body } = section
  const headingEnd = section.heading === null ? 0 : headingLength(source)
  return [
    heading === undefined
      ? source.slice(0, headingEnd)
      : translatedHeading(section, heading, source.slice(0, headingEnd)),
    source.slice(headingEnd, body.start),
    text ?? source.slice(body.start, body.end),
    source.slice(body.end),
  ].join('')
}

/**
 * With the id as the author gave it; where it was made of the words, it is given now that they are others. Its brace is written
 * as Docusaurus hands it to MDX, where `{#id}` would be an expression.
 */
function translatedHeading(section: Section, heading: string, author: string): string {
  if (section.heading === null) return ''
  const [content = ''] = author.split(/\n {0,3}(?:=+|-+)[ \t]*$/)
  const anchor = sectionAnchor(section.id)
  const id = explicitId.exec(content.slice(-idLengthMax))?.[0] ?? (anchor === '' ? '' : `{#${anchor}}`)
  const inert = makeInert(`${'#'.repeat(section.heading.depth)} ${heading}`)
  return `${restoreHeading(section, inert)} ${id.replace(/^\{#/, '\\{#')}`.trimEnd()
}

/** The length of the heading that a section's source begins with: one line, or up to the line under it (`---`). */
function headingLength(source: string): number {
  const lines = source.split('\n')
  const underline = atxMarker.test(source)
    ? 0
    : lines.findIndex((line, index) => index > 0 && setextUnderline.test(line))
  return lines.slice(0, Math.max(underline, 0) + 1).join('\n').length
}
