/** The longest text that is parsed, in UTF-16 code units: twice the longest lesson of this book. */
export const costlyLengthMax = 24_000
const linesMax = 1_000
/**
 * The deepest nesting of quotations, lists and footnotes that is parsed: the parser recurses for each, and rescans the
 * line.
 */
const nestingMax = 24
/** How many of them a text may have: each is checked again at every line inside it. */
const containersMax = 400
/** Sum of their depths over all lines, as far as markers and indentation show. */
const levelsMax = 6_000
/** The same sum over lines that open a container: each is compared with all that are open. */
const openedLevelsMax = 1_200
/** How many admonitions may be open at once: each level parses its content once more. */
const admonitionsMax = 5
/** The longest run without white space; addresses and the delimiter rows of tables stay far below. */
const runMax = 2_500

interface Kind {
  readonly name: string
  readonly sign: RegExp
  /** How many a text may have. */
  readonly max: number
  /** How many there may be between two blank lines; `max` when absent. */
  readonly maxAtOnce?: number
}

/**
 * Constructs for which the parser looks ahead or compares all earlier ones, so that its time grows faster than the
 * text. Of 1,245 public pages of this length all but four stay below every limit, most at half of it or less.
 */
const kinds: readonly Kind[] = [
  { name: 'lines', sign: /\n/g, max: linesMax, maxAtOnce: 400 },
  { name: 'headings', sign: /^[ \t]{0,3}#/gm, max: 300 },
  { name: 'lines of nothing but - or =', sign: /^[ \t>]*(?:=+|-+)[ \t]*$/gm, max: 120 },
  { name: 'definitions of links', sign: /^[ \t>]*\[[^\]\n]*\]:/gm, max: 200 },
  { name: 'footnotes and calls of them', sign: /\[\^/g, max: 100 },
  { name: 'square brackets', sign: /[[\]]/g, max: 1_000, maxAtOnce: 300 },
  { name: 'signs of emphasis (*, _, ~)', sign: /[*_~]/g, max: 1_500, maxAtOnce: 300 },
  { name: 'signs of code (`)', sign: /`/g, max: 1_500, maxAtOnce: 400 },
  { name: 'angle brackets that open (<)', sign: /</g, max: 400 },
  { name: 'borders of cells (|)', sign: /\|/g, max: 1_000 },
  { name: 'curly brackets', sign: /[{}]/g, max: 800 },
  { name: 'signs of formulas ($)', sign: /\$/g, max: 400 },
  { name: 'lines of colons (:::)', sign: /^[ \t>]*:::/gm, max: 120 },
  // Nested labels: the whole text is scanned once more for each.
  { name: 'directives with labels (:name[)', sign: /:[^\s:[\]]+\[/g, max: 120, maxAtOnce: 12 },
  { name: 'directives (:name)', sign: /:(?=[\w:[{])/g, max: 400 },
  { name: 'character references (&)', sign: /&/g, max: 200 },
  { name: 'addresses', sign: /@|:\/\/|www\./gi, max: 400 },
  { name: 'backslashes', sign: /\\/g, max: 500 },
  { name: 'signs of any kind', sign: /[!-/:-@[-`{-~]/g, max: 6_000 },
]

/** How much of all limits a text may use together, each counting as 1; the largest of those pages uses 3.7. */
const fullnessMax = 3.9

const containers = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]*\]:))+/
const container = />|[-*+]|\d{1,9}[.)]|\[\^[^\]\s]*\]:/g

/** Adds up what the parts of a text would cost the parser. */
export interface CostMeter {
  /**
   * Adds the next part, with the line ends before it. Returns what exceeds a limit so far, and the limit; undefined if
   * nothing does.
   */
  readonly add: (part: string) => string | undefined
}

/**
 * Finds what would make the parser slow in text from a stranger or a model, in linear time. Returns a message with the
 * count and the limit; undefined if the text may be parsed.
 */
export const findCostly = (text: string): string | undefined => createCostMeter().add(text)

/** A meter for a text that comes in parts; each starts on a new line, or with the line end before it. */
export function createCostMeter(): CostMeter {
  const sums: Sums = {
    characters: 0,
    lines: 1,
    opened: 0,
    openedLevels: 0,
    levels: 0,
    admonitions: 0,
    signs: new Map(),
  }
  return { add: (part) => addPart(sums, part) }
}

interface Sums {
  characters: number
  lines: number
  opened: number
  openedLevels: number
  levels: number
  /** Admonitions that are open. */
  admonitions: number
  readonly signs: Map<Kind, number>
}

function addPart(sums: Sums, part: string): string | undefined {
  const lines = part.split(/\r\n|\r|\n/)
  const marks = lines.map(countMarks)
  const deep = lines.findIndex((line, at) => levelsOf(line, marks[at]) > nestingMax)
  if (deep >= 0)
    return `line ${sums.lines + deep} opens more quotations, lists and footnotes at once than ${nestingMax}.`
  sums.characters += part.length
  sums.lines += lines.length - 1
  sums.opened += sum(marks)
  sums.openedLevels += sum(lines.map((line, at) => levelsOf(line, marks[at])))
  sums.levels += sum(lines.map((line, at) => (marks[at] ?? 0) + indentOf(line)))
  if (sums.characters > costlyLengthMax) return tooMany(sums.characters, 'characters', costlyLengthMax)
  if (sums.lines > linesMax) return tooMany(sums.lines, 'lines', linesMax)
  if (sums.opened > containersMax) return tooMany(sums.opened, 'quotations and items of lists', containersMax)
  if (sums.openedLevels > openedLevelsMax)
    return tooMany(sums.openedLevels, 'levels of quotations and items of lists', openedLevelsMax)
  if (sums.levels > levelsMax) return tooMany(sums.levels, 'levels of indentation', levelsMax)
  const longestRun = Math.max(...part.split(/\s/).map((run) => run.length))
  if (longestRun > runMax) return tooMany(longestRun, 'characters without a space', runMax)
  if (openAdmonitions(lines, sums) > admonitionsMax)
    return `it has more admonitions in each other than ${admonitionsMax}.`
  return findKind(lines.join('\n'), sums)
}

/** The largest number of admonitions open at once: `:::note` opens one, `:::` closes one. */
function openAdmonitions(lines: readonly string[], sums: Sums): number {
  let max = 0
  for (const line of lines) {
    const name = /^[\s>]*:{3,}[ \t]*(\S?)/.exec(line)?.[1]
    if (name === undefined) continue
    sums.admonitions = Math.max(0, sums.admonitions + (name === '' ? -1 : 1))
    max = Math.max(max, sums.admonitions)
  }
  return max
}

function findKind(source: string, { signs, opened, levels }: Sums): string | undefined {
  const paragraphs = source.split(/\n[ \t]*(?=\n)/)
  let fullness = opened / containersMax + levels / levelsMax
  for (const kind of kinds) {
    const { name, sign, max, maxAtOnce = max } = kind
    const counts = paragraphs.map((paragraph) => paragraph.match(sign)?.length ?? 0)
    const count = sum(counts) + (signs.get(kind) ?? 0)
    signs.set(kind, count)
    if (count > max) return tooMany(count, name, max)
    const atOnce = Math.max(...counts)
    if (atOnce > maxAtOnce) return tooMany(atOnce, `${name} without a blank line between them`, maxAtOnce)
    fullness += count / max
  }
  if (fullness > fullnessMax)
    return 'it has nearly as many lines and signs of too many kinds at once as are parsed of each.'
  return undefined
}

const tooMany = (count: number, name: string, max: number): string =>
  `it has ${count} ${name}, at most ${max} are parsed.`

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0)

const countMarks = (line: string): number => containers.exec(line)?.[0].match(container)?.length ?? 0

/** Levels of indentation: two columns are one level, a tab counts as four columns. */
const indentOf = (line: string): number =>
  Math.floor((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0) / 2)

/** The depth of a line that opens a container; 0 for any other line. */
const levelsOf = (line: string, marks = 0): number => (marks === 0 ? 0 : Math.max(marks, indentOf(line)))
