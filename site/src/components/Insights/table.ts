/** A word, or an amount or day as a value and as it is shown. */
export type Cell = string | { readonly value: string | number | null; readonly text: string }

/** Figures as rows: the one source of a table and its file. */
export interface Table {
  /** The file's name, without its ending. */
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/**
 * A table as CSV (RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe, so that nobody's
 * heading is run by it (OWASP, CSV injection).
 */
export const toCsv = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')

function writeCell(cell: Cell): string {
  const value = typeof cell === 'string' ? cell : cell.value
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
