import type { Section } from './lesson.ts'
import { makeInert } from './make-inert.ts'
import { restoreHeading } from './restore-heading.ts'
import { sectionAnchor } from './section-id.ts'

/** A section and the text to put in its place. */
export interface RestoredSection {
  readonly section: Section
  /** The body's text with its slots restored; null for the author's. */
  readonly text: string | null
  /** The translated heading; absent for the author's. */
  readonly heading?: string
}

const atxMarker = /^ {0,3}#{1,6}(?:[ \t]|\n|$)/
const setextUnderline = /^ {0,3}(?:=+|-+)[ \t]*$/
/** An id at the end of a heading's line: `{#id}`, or a comment with it. */
const explicitId = /(?:\{#[^{}\n]*\}|\{\/\*\s*#.*?\*\/\}|<!--\s*#.*?-->)(?=[ \t]*#*[ \t]*$)/

/** How many characters at a heading's end are searched for its id. */
const idLengthMax = 400

/**
 * Joins sections, in order, to a lesson's whole Markdown. Headings keep their anchors, and hidden parts their place.
 */
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
 * A translated heading with its original id: the author's explicit id, or the slug of the original words. The brace is
 * escaped as Docusaurus does for MDX, where `{#id}` would be an expression.
 */
function translatedHeading(section: Section, heading: string, author: string): string {
  if (section.heading === null) return ''
  const [content = ''] = author.split(/\n {0,3}(?:=+|-+)[ \t]*$/)
  const anchor = sectionAnchor(section.id)
  const id = explicitId.exec(content.slice(-idLengthMax))?.[0] ?? (anchor === '' ? '' : `{#${anchor}}`)
  const inert = makeInert(`${'#'.repeat(section.heading.depth)} ${heading}`)
  return `${restoreHeading(section, inert)} ${id.replace(/^\{#/, '\\{#')}`.trimEnd()
}

/** The length of the heading at the start of a section's source: one line, or up to its underline (`---`). */
function headingLength(source: string): number {
  const lines = source.split('\n')
  const underline = atxMarker.test(source)
    ? 0
    : lines.findIndex((line, index) => index > 0 && setextUnderline.test(line))
  return lines.slice(0, Math.max(underline, 0) + 1).join('\n').length
}
