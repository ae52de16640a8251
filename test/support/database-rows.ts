import { statementMillisecondsMax } from '../../lib/db/create-database.ts'
import type { DatabaseFault } from './database-faults.ts'
import type { FaultMoment } from './fault-moments.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** The row of a fault in the guide's table: what goes wrong, whether the statement was run, and when the app goes on. */
export function databaseFaultRow({ fault, runs, goesOn }: DatabaseFault): string {
  const when = {
    'at once': 'at once, without an answer',
    limit: `after ${statementMillisecondsMax / 1_000} s, without an answer`,
    late: 'with the answer: nothing is lost',
  }
  return row([fault, runs ? 'yes' : 'no', when[goesOn]])
}

/** The row of a moment in the guide's table: when, what is seen, and what is stored without and with the statement run. */
export function faultMomentRow({ when, reader, rows }: FaultMoment): string {
  const stored = {
    ready: 'the rewrites',
    writing: 'leases, which run out after 20 s; the next reader pays again',
    none: reader === 'problem' ? 'nothing; nothing was paid' : 'nothing; the next reader pays again',
  }
  const seen =
    reader === 'problem' ? 'the author’s text, and a word to try again: `database-unavailable`' : 'the rewrites'
  return row([when, seen, stored[rows.notRun], stored[rows.run]])
}
