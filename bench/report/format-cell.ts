import type { Column } from './findings.ts'
import { formatNumber } from './format-number.ts'

/** A cell of a table, for people. */
export function formatCell(value: string | number | null, { unit = 'count' }: Column): string {
  if (value === null) return '–'
  return typeof value === 'string' ? value : formatNumber(value, unit)
}
