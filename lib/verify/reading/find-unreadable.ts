import { costlyLengthMax, createCostMeter, findCostly, type MaskedSection } from '../../lesson/index.ts'
import type { WritingTask } from '../../prompt/index.ts'
import type { Finding } from '../finding.ts'
import { oncePer } from '../once-per.ts'

/** How many times its section's length a text may have, and how many characters more. */
const lengthShare = 8
const lengthFree = 4_000
/** The deepest nesting of quotations and lists that is parsed, unless the section's own is deeper. */
const nestingMax = 24
/** The longest run without white space; addresses and the delimiter rows of tables stay far below. */
const runMax = 1_000
/** Markdown's special characters: the parser's time grows with the square of their number. */
const special = /[*_~`[\]<>|&!#@\\]/g
const specialShare = 4
const specialFree = 600

/** Checks a text that comes in parts. */
export interface Guard {
  /** Adds the next part, with the line ends before it; returns why the text so far must not be parsed, or undefined. */
  readonly add: (part: string) => Finding | undefined
}

/**
 * Finds why a text must not be parsed, in linear time. The parser is quadratic in runs of emphasis, and recursive in
 * quotations and lists: 16 KB of `*a_` take it seconds, 5 KB of `> ` or `1. ` exhaust its stack.
 */
export const findUnreadable = (text: string, task: Pick<WritingTask, 'masked'>): Finding | undefined =>
  createGuard(task).add(text)

/** A guard for a text that is still being written. */
export function createGuard({ masked }: Pick<WritingTask, 'masked'>): Guard {
  const limits = readLimits(masked)
  const meter = createCostMeter()
  let [length, signs, isEmpty] = [0, 0, true]
  return {
    add: (part) => {
      length += part.length
      signs += countSpecial(part)
      isEmpty &&= part.trim() === ''
      if (isEmpty) return { reason: 'empty', message: 'The text is empty.' }
      if (length > limits.length)
        return { reason: 'too-long', message: `The text has ${length} characters; at most ${limits.length} are read.` }
      if (deepestLine(part) > limits.nesting) return malformed('Quotations or lists are nested too deeply.')
      if (longestRun(part) > limits.run) return malformed('Put spaces between words.')
      if (signs > limits.signs) return malformed('There are too many characters that Markdown reads as signs.')
      const costly = meter.add(part)
      return costly === undefined || limits.isCostly ? undefined : malformed(`The text is not read: ${costly}`)
    },
  }
}

/** The limits of a text; never below what the author's own text has. */
const readLimits = oncePer(({ text }: MaskedSection) => ({
  length: Math.min(costlyLengthMax, text.length * lengthShare + lengthFree),
  nesting: Math.max(nestingMax, deepestLine(text)),
  run: Math.max(runMax, longestRun(text)),
  signs: countSpecial(text) * specialShare + specialFree,
  isCostly: findCostly(text) !== undefined,
}))

const deepestLine = (text: string): number =>
  text.split('\n').reduce((deepest, line) => Math.max(deepest, countNesting(line)), 0)

const opening = /^(?:[\s>]|[-*+](?=\s)|\d{1,9}[.)](?=\s))*/

/** A line's depth: each quotation or list marker is a level, and so are two columns of indentation. */
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
