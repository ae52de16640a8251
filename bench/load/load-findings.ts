import type { Findings, Target } from '../report/findings.ts'
import { printTable } from '../report/print-table.ts'

export type LoadFindings = Pick<Findings, 'tables' | 'targets'>

/** How many of what should not be there are named. */
const namedMax = 5

/** There is nothing of this; else the first few are named. */
export const noneOf = (what: string, found: readonly string[]): Target => ({
  what,
  wanted: 'none',
  measured: [String(found.length), ...found.slice(0, namedMax)].join('\n         '),
  met: found.length === 0,
})

/** The tables and what had to hold, for the terminal. */
export const printFindings = ({ tables, targets }: LoadFindings): string =>
  [
    ...tables.map((table) => `${printTable(table)}\n`),
    ...targets.map(
      ({ what, wanted, measured, met }) => `${met ? 'met   ' : 'MISSED'} ${what}: ${measured} (wanted ${wanted})`,
    ),
  ].join('\n')
