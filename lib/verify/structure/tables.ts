import { latinDigits } from '../reading/latin-digits.ts'
import { readOriginal, type Candidate } from '../reading/candidate.ts'
import type { Finding } from '../finding.ts'
import { countNegations, countOtherNegations } from '../reading/count-negations.ts'
import { readBlocks, type Blocks } from '../reading/read-blocks.ts'
import type { Rule } from '../rule.ts'

type Table = Blocks['tables'][number]

/** Prevents a table with values under another header, or without a row, a column or a number. */
export const tables: Rule = ({ masked, translating, language }) => {
  const wanted = readBlocks(readOriginal(masked)).tables
  const incomplete = changed(`The section has ${wanted.length} tables; keep each of them.`)
  let found = 0
  const part = (text: Candidate): Finding[] => {
    const { tables: next } = readBlocks(text)
    const from = found
    found += next.length
    if (found > wanted.length) return [incomplete]
    return next.flatMap((table, index) =>
      compareTables(table, wanted[from + index] ?? [], translating ? undefined : language),
    )
  }
  return {
    part,
    whole: (text) => (readBlocks(text).tables.length < wanted.length ? [incomplete] : part(text)),
  }
}

/** `language` is that of both tables; undefined for a translation. */
function compareTables(found: Table, wanted: Table, language: string | undefined): Finding[] {
  const rowsChanged = found.length !== wanted.length || found.some((row, index) => row.length !== wanted[index]?.length)
  if (rowsChanged) {
    const shape = `${wanted[0]?.length ?? 0} columns and ${wanted.length} rows, its head included`
    return [changed(`Keep the table with the head "${(wanted[0] ?? []).join(' | ').slice(0, 120)}" at ${shape}.`)]
  }
  return wanted.flatMap((row, rowIndex) =>
    row.flatMap((cell, index) => {
      const rewritten = found[rowIndex]?.[index] ?? ''
      if (!keepsNumbers(cell, rewritten)) return [changed(`A cell of a table reads "${cell}"; keep its numbers.`)]
      return language === undefined || keepsNegation(cell, rewritten, language)
        ? []
        : [changed(`A cell of a table reads "${cell}"; keep its negation.`)]
    }),
  )
}

const number = /\d+(?:[.,]\d+)*/g
const hasWords = /\p{L}{2,}/u

/** A cell of numbers and signs stays as it is; one with words keeps its numbers. */
function keepsNumbers(cell: string, rewritten: string): boolean {
  const before = plainDigits(cell)
  const after = plainDigits(rewritten)
  const numbers = before.match(number) ?? []
  if (numbers.length > 0 && !hasWords.test(before)) return withoutSpaces(before) === withoutSpaces(after)
  const kept: readonly string[] = after.match(number) ?? []
  return numbers.every((value) => kept.includes(value))
}

const cellWordsMax = 4
/** A short cell keeps its negation; longer ones are judged as sentences. */
function keepsNegation(cell: string, rewritten: string, language: string): boolean {
  if (cell.split(/\s+/).length > cellWordsMax || !countNegations(cell, language)) return true
  return countNegations(rewritten, language) !== 0 || countOtherNegations(rewritten, language) > 0
}

const plainDigits = (cell: string): string =>
  latinDigits(cell.replace(/\[\[slot:k\d+\]\]/g, ''))
    .replaceAll('−', '-')
    .replaceAll('٫', '.')
const withoutSpaces = (cell: string): string => cell.replace(/\s/g, '')
const changed = (message: string): Finding => ({ reason: 'table-changed', message })
