import { labelLength } from './label-length.ts'

/** The three parts of an admonition's first line; joined they are the line. */
export interface AdmonitionLineParts {
  /** `:::note`, with what comes before it. */
  readonly opening: string
  /** `[Title]`, or a title after a space. */
  readonly title: string
  /** `{#id .class}`, with what follows it on the line. */
  readonly attributes: string
}

const openingLine = /^(?<opening>[ \t>]*:{3,}[a-z]*)(?<rest>.*)$/is
const attributesOnly = /^(?:\{.*\})?\s*$/

/** Splits a line that opens or closes an admonition; undefined for any other line. */
export function splitAdmonitionLine(line: string): AdmonitionLineParts | undefined {
  const { opening, rest = '' } = openingLine.exec(line)?.groups ?? {}
  if (opening === undefined) return undefined
  const length = labelLength(rest) ?? 0
  const isSplit = attributesOnly.test(rest.slice(length))
  return { opening, title: isSplit ? rest.slice(0, length) : rest, attributes: isSplit ? rest.slice(length) : '' }
}
