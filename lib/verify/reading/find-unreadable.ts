import { costlyLengthMax, findCostly } from '../../lesson/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'

/** A text may be so many times as long as its section, and so much longer. */
const lengthShare = 8
const lengthFree = 4_000
/** Deeper quotations and lists are not read, unless the section's own are as deep. */
const nestingMax = 24
/** A run without white space; an address or a row of hyphens under a table's head stays far below. */
const runMax = 1_000
/** Characters that mean something to Markdown: the parser's time grows with their square. */
const special = /[*_~`[\]<>|&!#@\\]/g
const specialShare = 4
const specialFree = 600

/**
 * Finds what makes a text unfit to be parsed, in time that is linear in its length. The parser is quadratic in runs of
 * emphasis, and recursive in quotations and lists: 16 KB of `*a_` take it seconds, 5 KB of `> ` or `1. ` its stack.
 */
export function findUnreadable(text: string, { masked }: Pick<WritingTask, 'masked'>): Finding | undefined {
  if (text.trim() === '') return { reason: 'empty', message: 'The text is empty.' }
  const lengthMax = Math.min(costlyLengthMax, masked.text.length * lengthShare + lengthFree)
  if (text.length > lengthMax)
    return { reason: 'too-long', message: `The text has ${text.length} characters; at most ${lengthMax} are read.` }
  if (deepestLine(text) > Math.max(nestingMax, deepestLine(masked.text)))
    return malformed('Quotations or lists are nested too deeply.')
  if (longestRun(text) > Math.max(runMax, longestRun(masked.text))) return malformed('Put spaces between words.')
  if (countSpecial(text) > countSpecial(masked.text) * specialShare + specialFree)
    return malformed('There are too many characters that Markdown reads as signs.')
  const costly = findCostly(text)
  // What the author's own text has as much of can be no fault.
  if (costly === undefined || findCostly(masked.text) !== undefined) return undefined
  return malformed(`The text is not read: ${costly}`)
}

const deepestLine = (text: string): number =>
  text.split('\n').reduce((deepest, line) => Math.max(deepest, countNesting(line)), 0)

const opening = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/

/** How deep a line stands: each mark of a quotation or a list is a level, and so are two columns of space. */
function countNesting(line: string): number {
  const marks = opening.exec(line)?.[0] ?? ''
  const levels = marks.match(/>|[-*+](?=\s)|\d+[.)]/g)?.length ?? 0
  return Math.max(levels, Math.floor((/^\s*/.exec(line)?.[0].length ?? 0) / 2))
}

function longestRun(text: string): number {
  let longest = 0
  for (const run of text.split(/\s/)) longest = Math.max(longest, run.length)
  return longest
}

const countSpecial = (text: string): number => text.match(special)?.length ?? 0
const malformed = (message: string): Finding => ({ reason: 'malformed', message })
