import { labelLength } from '../../lesson/index.ts'

/** A line that opens an admonition, or closes one. */
export interface AdmonitionLine {
  readonly colons: number
  /** `note`, `tip`, … in lower case; empty for a closing line. */
  readonly kind: string
  /** The title in brackets, or after a space; undefined if there is none. */
  readonly title: string | undefined
  /** `{#id .class}` as written; empty if there is none. */
  readonly attributes: string
}

const fence = /^[ \t>]*(?<colons>:{3,})(?<rest>.*)$/
const name = /^(?<kind>[a-z][\w-]*)(?<tail>.*)$/i
const attributesOnly = /^(?<attributes>\{.*\})?[ \t]*$/

/**
 * Reads a line as Docusaurus does `:::note[Title]{#id}`, `:::note Title` and `:::`. Undefined for any other line, and
 * `stray` for one that only looks like these: a title with a bracket too many breaks the whole admonition.
 */
export function readAdmonitionLine(line: string): AdmonitionLine | 'stray' | undefined {
  const { colons, rest = '' } = fence.exec(line)?.groups ?? {}
  if (colons === undefined) return undefined
  const { kind, tail = '' } = name.exec(rest)?.groups ?? {}
  const of = { colons: colons.length, kind: kind?.toLowerCase() ?? '', title: undefined, attributes: '' }
  if (kind === undefined) return rest.trim() === '' ? of : 'stray'
  if (/^[ \t]/.test(tail)) return readLegacyTitle(of, tail.trim())
  const label = labelLength(tail)
  const attributes = label === undefined ? undefined : attributesOnly.exec(tail.slice(label))
  if (label === undefined || !attributes) return 'stray'
  const title = tail.slice(1, label - 1).trim()
  return { ...of, title: title === '' ? undefined : title, attributes: attributes.groups?.['attributes'] ?? '' }
}

function readLegacyTitle(line: AdmonitionLine, title: string): AdmonitionLine | 'stray' {
  if (title === '') return line
  return labelLength(`[${title}]`) === title.length + 2 ? { ...line, title } : 'stray'
}
