/** The longest text that is read, in UTF-16 code units: twice the longest lesson of this book. */
export const costlyLengthMax = 24_000
const linesMax = 1_000
/** Deeper quotations, lists and footnotes are not read: the parser calls itself for each, and looks back over all of a line. */
const nestingMax = 24
/** As many of them in all of a text: each is looked at again at every line that it holds. */
const containersMax = 600
/** The longest run without white space: an address or a row of hyphens under a table's head stays far below. */
const runMax = 2_500

interface Kind {
  readonly name: string
  readonly sign: RegExp
  /** How many a text may have. */
  readonly most: number
  /** How many may stand between two blank lines. */
  readonly mostAtOnce?: number
}

/**
 * What the parser looks ahead for, or compares with all of its kind that came before, so that its time grows faster than the
 * text. Each limit lies above what any of 412 public pages of this length has, most of them at twice as much.
 */
const kinds: readonly Kind[] = [
  { name: 'lines', sign: /\n/g, most: linesMax, mostAtOnce: 400 },
  { name: 'headings', sign: /^[ \t]{0,3}#/gm, most: 300 },
  { name: 'lines of nothing but - or =', sign: /^[ \t>]*(?:=+|-+)[ \t]*$/gm, most: 120 },
  { name: 'definitions of links', sign: /^[ \t>]*\[[^\]\n]*\]:/gm, most: 200 },
  { name: 'footnotes and calls of them', sign: /\[\^/g, most: 100 },
  { name: 'square brackets', sign: /[[\]]/g, most: 1_000, mostAtOnce: 300 },
  { name: 'signs of emphasis (*, _, ~)', sign: /[*_~]/g, most: 1_500, mostAtOnce: 300 },
  { name: 'signs of code (`)', sign: /`/g, most: 1_500, mostAtOnce: 400 },
  { name: 'angle brackets that open (<)', sign: /</g, most: 400 },
  { name: 'borders of cells (|)', sign: /\|/g, most: 1_000 },
  { name: 'curly brackets', sign: /[{}]/g, most: 800 },
  { name: 'signs of formulas ($)', sign: /\$/g, most: 400 },
  { name: 'lines of colons (:::)', sign: /^[ \t>]*:::/gm, most: 120 },
  { name: 'directives (:name)', sign: /:(?=[\w:[{])/g, most: 400 },
  { name: 'character references (&)', sign: /&/g, most: 200 },
  { name: 'addresses', sign: /@|:\/\/|www\./gi, most: 400 },
  { name: 'backslashes', sign: /\\/g, most: 500 },
  { name: 'signs of any kind', sign: /[!-/:-@[-`{-~]/g, most: 6_000 },
]

const containers = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]*\]:))+/
const container = />|[-*+]|\d{1,9}[.)]|\[\^[^\]\s]*\]:/g

/**
 * Finds what would keep the parser busy in a stranger's text or a model's, in time that is linear in its length. Says what it
 * is, and how much of it is parsed; undefined where nothing is too much.
 */
export function findCostly(text: string): string | undefined {
  if (text.length > costlyLengthMax) return tooMany(text.length, 'characters', costlyLengthMax)
  const lines = text.split(/\r\n|\r|\n/)
  if (lines.length > linesMax) return tooMany(lines.length, 'lines', linesMax)
  const marks = lines.map((line) => containers.exec(line)?.[0].match(container)?.length ?? 0)
  const deep = lines.findIndex((line, at) => levelsOf(line, marks[at]) > nestingMax)
  if (deep >= 0) return `line ${deep + 1} opens more quotations, lists and footnotes at once than ${nestingMax}.`
  const opened = marks.reduce((sum, each) => sum + each, 0)
  if (opened > containersMax) return tooMany(opened, 'quotations and items of lists', containersMax)
  if (text.split(/\s/).some((run) => run.length > runMax))
    return tooMany(runMax + 1, 'characters without a space', runMax)
  return findKind(lines.join('\n'))
}

function findKind(source: string): string | undefined {
  const paragraphs = source.split(/\n[ \t]*(?=\n)/)
  for (const { name, sign, most, mostAtOnce = most } of kinds) {
    const counts = paragraphs.map((paragraph) => paragraph.match(sign)?.length ?? 0)
    const count = counts.reduce((sum, each) => sum + each, 0)
    if (count > most) return tooMany(count, name, most)
    const atOnce = Math.max(...counts)
    if (atOnce > mostAtOnce) return tooMany(atOnce, `${name} without a blank line between them`, mostAtOnce)
  }
  return undefined
}

const tooMany = (count: number, name: string, most: number): string =>
  `it has ${count} ${name}, at most ${most} are parsed.`

/** How deep a line stands that opens something: each mark is a level, and so are two columns before the first. */
function levelsOf(line: string, marks = 0): number {
  return marks === 0 ? 0 : Math.max(marks, Math.floor((line.length - line.trimStart().length) / 2))
}
