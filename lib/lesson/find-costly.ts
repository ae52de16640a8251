/** Deeper quotations, lists and footnotes are not read: the parser calls itself for each, and looks back over all of a line. */
const nestingMax = 24
/**
 * What the parser compares with all of its kind that came before, so that its time grows with the square of their number.
 * Most are ten times what the longest lesson of a book has.
 */
const kinds = [
  { name: 'footnotes and calls of them', sign: /\[\^/g, most: 500 },
  { name: 'square brackets', sign: /[[\]]/g, most: 2_000 },
  { name: 'signs of emphasis and code (*, _, ~, `)', sign: /[*_~`]/g, most: 4_000 },
] as const

const containers = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]*\]:))+/
const container = />|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]*\]:/g

/**
 * Finds what would keep the parser busy for seconds in a stranger's text, in time that is linear in its length. Says what it
 * is, and how much of it is parsed; undefined where nothing is too much.
 */
export function findCostly(text: string): string | undefined {
  const line = text.split(/\r\n|\r|\n/).findIndex((one) => countContainers(one) > nestingMax)
  if (line >= 0) return `line ${line + 1} opens more quotations, lists and footnotes at once than ${nestingMax}.`
  for (const { name, sign, most } of kinds) {
    const count = text.match(sign)?.length ?? 0
    if (count > most) return `it has ${count} ${name}, at most ${most} are parsed.`
  }
  return undefined
}

const countContainers = (line: string): number => containers.exec(line)?.[0].match(container)?.length ?? 0
