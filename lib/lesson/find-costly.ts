/** The longest text that is read, in UTF-16 code units: twice the longest lesson of this book. */
export const costlyLengthMax = 24_000
const linesMax = 1_000
/** Deeper quotations, lists and footnotes are not read: the parser calls itself for each, and looks back over all of a line. */
const nestingMax = 24
/** As many of them in all of a text: each is looked at again at every line that it holds. */
const containersMax = 400
/** How many of them all lines stand in together, as far as marks and indentation show. */
const levelsMax = 6_000
/** The same of lines that open something: each is compared with all that are open. */
const openedLevelsMax = 1_200
/** Open at once: everything in an admonition is read once more for each around it. */
const admonitionsMax = 5
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
 * text. Of 1,245 public pages of this length all but four stay below every limit, most of them at half of it or less.
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
  // Labels in each other: all of the text is gone through once more for each.
  { name: 'directives with labels (:name[)', sign: /:[^\s:[\]]+\[/g, most: 120, mostAtOnce: 12 },
  { name: 'directives (:name)', sign: /:(?=[\w:[{])/g, most: 400 },
  { name: 'character references (&)', sign: /&/g, most: 200 },
  { name: 'addresses', sign: /@|:\/\/|www\./gi, most: 400 },
  { name: 'backslashes', sign: /\\/g, most: 500 },
  { name: 'signs of any kind', sign: /[!-/:-@[-`{-~]/g, most: 6_000 },
]

/** How much of all limits a text may use together, each counting as 1: none of those pages uses more than 3.7. */
const fullnessMax = 3.9

const containers = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)|\[\^[^\]\s]*\]:))+/
const container = />|[-*+]|\d{1,9}[.)]|\[\^[^\]\s]*\]:/g

/**
 * Finds what would keep the parser busy in a stranger's text or a model's, in time that is linear in its length. Says what it
 * is, and how much of it is parsed; undefined where nothing is too much.
 */
export function findCostly(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/)
  const marks = lines.map(countMarks)
  const deep = lines.findIndex((line, at) => levelsOf(line, marks[at]) > nestingMax)
  if (deep >= 0) return `line ${deep + 1} opens more quotations, lists and footnotes at once than ${nestingMax}.`
  if (text.length > costlyLengthMax) return tooMany(text.length, 'characters', costlyLengthMax)
  if (lines.length > linesMax) return tooMany(lines.length, 'lines', linesMax)
  const opened = sum(marks)
  if (opened > containersMax) return tooMany(opened, 'quotations and items of lists', containersMax)
  const openedLevels = sum(lines.map((line, at) => levelsOf(line, marks[at])))
  if (openedLevels > openedLevelsMax)
    return tooMany(openedLevels, 'levels of quotations and items of lists', openedLevelsMax)
  const levels = sum(lines.map((line, at) => (marks[at] ?? 0) + indentOf(line)))
  if (levels > levelsMax) return tooMany(levels, 'levels of indentation', levelsMax)
  if (text.split(/\s/).some((run) => run.length > runMax))
    return tooMany(runMax + 1, 'characters without a space', runMax)
  if (openAdmonitions(lines) > admonitionsMax) return `it has more admonitions in each other than ${admonitionsMax}.`
  return findKind(lines.join('\n'), opened / containersMax + levels / levelsMax)
}

/** The most admonitions that are open at a time: `:::note` opens one, and `:::` closes one. */
function openAdmonitions(lines: readonly string[]): number {
  let [most, open] = [0, 0]
  for (const line of lines) {
    const name = /^[\s>]*:{3,}[ \t]*(\S?)/.exec(line)?.[1]
    if (name === undefined) continue
    open = Math.max(0, open + (name === '' ? -1 : 1))
    most = Math.max(most, open)
  }
  return most
}

/** `used`: how much of other limits the text uses, each counting as 1. */
function findKind(source: string, used: number): string | undefined {
  const paragraphs = source.split(/\n[ \t]*(?=\n)/)
  let fullness = used
  for (const { name, sign, most, mostAtOnce = most } of kinds) {
    const counts = paragraphs.map((paragraph) => paragraph.match(sign)?.length ?? 0)
    const count = sum(counts)
    if (count > most) return tooMany(count, name, most)
    const atOnce = Math.max(...counts)
    if (atOnce > mostAtOnce) return tooMany(atOnce, `${name} without a blank line between them`, mostAtOnce)
    fullness += count / most
  }
  if (fullness > fullnessMax)
    return 'it has nearly as many lines and signs of too many kinds at once as are parsed of each.'
  return undefined
}

const tooMany = (count: number, name: string, most: number): string =>
  `it has ${count} ${name}, at most ${most} are parsed.`

const sum = (counts: readonly number[]): number => counts.reduce((all, each) => all + each, 0)

const countMarks = (line: string): number => containers.exec(line)?.[0].match(container)?.length ?? 0

/** Two columns are a level; a tab counts as four. */
const indentOf = (line: string): number =>
  Math.floor((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0) / 2)

/** How deep a line stands that opens something. */
const levelsOf = (line: string, marks = 0): number => (marks === 0 ? 0 : Math.max(marks, indentOf(line)))
