/** The first line of an admonition in its three parts, which joined are the line. */
export interface AdmonitionLineParts {
  /** `:::note`, with what stands before it. */
  readonly opening: string
  /** `[Title]`, or a title behind a space. */
  readonly title: string
  /** `{#id .class}`, with what follows it on the line. */
  readonly attributes: string
}

const openingLine = /^(?<opening>[ \t>]*:{3,}[a-z]*)(?<rest>.*)$/is
const attributesOnly = /^(?:\{.*\})?\s*$/

/** Splits a line that opens or closes an admonition; undefined when it is another line. */
export function splitAdmonitionLine(line: string): AdmonitionLineParts | undefined {
  const { opening, rest = '' } = openingLine.exec(line)?.groups ?? {}
  if (opening === undefined) return undefined
  const length = labelLength(rest)
  const isSplit = attributesOnly.test(rest.slice(length))
  return { opening, title: isSplit ? rest.slice(0, length) : rest, attributes: isSplit ? rest.slice(length) : '' }
}

/** The length of the `[…]` that a text begins with; 0 where it begins otherwise or nothing closes it. */
function labelLength(text: string): number {
  if (!text.startsWith('[')) return 0
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(/\\.|[[\]]/g)) {
    if (sign === '[') depth += 1
    if (sign === ']') depth -= 1
    if (depth === 0 && sign === ']') return index + 1
  }
  return 0
}
