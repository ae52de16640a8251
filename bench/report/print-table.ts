import type { Column, Table } from './findings.ts'
import { formatCell } from './format-cell.ts'

/** A table for the terminal: words to the left, numbers to the right. */
export function printTable({ caption, columns, rows }: Table): string {
  const cells = rows.map((row) => row.map((value, at) => formatCell(value, columns[at] as Column)))
  const widths = columns.map(({ name }, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => (columns[at]?.unit ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [caption, line(columns.map(({ name }) => name)), ...cells.map(line)].join('\n')
}
