/** A cell: words are aligned left, numbers and dollars right. */
export type Cell = string | number

/** The lines of a table for the terminal; numbers with commas between thousands. */
export function formatTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const cells = [head, ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell)))]
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)))
  const isNumber = head.map((_, at) => rows.some((row) => typeof row[at] === 'number' || row[at]?.startsWith('$')))
  return cells.map((row) =>
    row
      .map((cell, at) => (isNumber[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

export const formatCount = (count: number): string => count.toLocaleString('en-US')

/** Dollars to the cent, and small amounts to a hundredth of a cent. */
export const formatDollars = (amount: number): string => `$${amount.toFixed(amount > 0 && amount < 0.1 ? 4 : 2)}`

export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`
  return bytes < 1_000_000 ? `${(bytes / 1_000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
