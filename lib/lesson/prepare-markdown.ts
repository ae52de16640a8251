import { findLegacyTitles } from './legacy-titles.ts'

/** The text to parse, and the mapping of its offsets to the author's text. */
export interface PreparedMarkdown {
  readonly text: string
  /** The author's offset for an offset in `text`. */
  readonly toSource: (offset: number) => number
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly insert: string
}

const headingLine = /^#{1,6}(?!#).*/gm

/**
 * Prepares source text as Docusaurus does before MDX parses it, so that both get the same tree: `## Title {#id}`
 * becomes `## Title \{#id}` and `:::note Title` becomes `:::note[Title]` (@docusaurus/utils, markdownUtils and
 * markdownHeadingIdUtils). Like Docusaurus, it also changes code; a lesson's parts are cut from the author's own text,
 * so this has no effect.
 */
export function prepareMarkdown(source: string): PreparedMarkdown {
  const edits = [...headingIdEdits(source), ...legacyTitleEdits(source)].toSorted((a, b) => a.start - b.start)
  return applyEdits(source, edits)
}

function headingIdEdits(source: string): Edit[] {
  return [...source.matchAll(headingLine)].flatMap((match) => {
    const brace = match[0].indexOf('{#')
    if (brace === -1 || match[0][brace - 1] === '\\') return []
    const start = match.index + brace
    return [{ start, end: start, insert: '\\' }]
  })
}

function legacyTitleEdits(source: string): Edit[] {
  return findLegacyTitles(source).flatMap(({ gapStart, gapEnd, end }) => [
    { start: gapStart, end: gapEnd, insert: '[' },
    { start: end, end, insert: ']' },
  ])
}

function applyEdits(source: string, edits: readonly Edit[]): PreparedMarkdown {
  const pieces: string[] = []
  const offsets: number[] = []
  const keep = (from: number, to: number): void => {
    pieces.push(source.slice(from, to))
    for (let offset = from; offset < to; offset += 1) offsets.push(offset)
  }
  let from = 0
  for (const { start, end, insert } of edits) {
    keep(from, start)
    pieces.push(insert)
    for (const _ of insert) offsets.push(start)
    from = end
  }
  keep(from, source.length)
  return { text: pieces.join(''), toSource: (offset) => offsets[offset] ?? source.length }
}
