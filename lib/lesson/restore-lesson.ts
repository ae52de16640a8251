import type { Section } from './lesson.ts'
import { makeInert } from './make-inert.ts'

/** A section with what is to stand in its place. */
export interface SettledSection {
  readonly section: Section
  /** The body's text, slots put back; null for the author's. */
  readonly text: string | null
  /** The translated heading; absent when the author's stands. */
  readonly heading?: string
}

const setextUnderline = /^ {0,3}(?:=+|-+)[ \t]*$/

/** A lesson's whole Markdown, made of its sections in order. Headings keep their anchors, and hidden parts their place. */
export function restoreLesson(sections: readonly SettledSection[]): string {
  return sections.map(sectionMarkdown).join('\n\n')
}

function sectionMarkdown({ section, text, heading }: SettledSection): string {
  const { source, body } = section
  const headingEnd = section.heading === null ? 0 : headingLength(source)
  return [
    translatedHeading(section, heading) ?? source.slice(0, headingEnd),
    source.slice(headingEnd, body.start),
    text ?? source.slice(body.start, body.end),
    source.slice(body.end),
  ].join('')
}

/** The brace of its anchor is written as Docusaurus hands it to MDX, where `{#id}` would be an expression. */
function translatedHeading(section: Section, heading: string | undefined): string | undefined {
  if (section.heading === null || heading === undefined) return undefined
  return `${makeInert(`${'#'.repeat(section.heading.depth)} ${heading}`)} \\{#${section.id}}`
}

/** The length of the heading that a section's source begins with: one line, or up to the line under it (`---`). */
function headingLength(source: string): number {
  const lines = source.split('\n')
  const isAtx = /^ {0,3}#/.test(source)
  const underline = isAtx ? 0 : lines.findIndex((line, index) => index > 0 && setextUnderline.test(line))
  return lines.slice(0, Math.max(underline, 0) + 1).join('\n').length
}
