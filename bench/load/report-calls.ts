import { percentile } from '../numbers/percentile.ts'
import type { Table } from '../report/findings.ts'
import type { Caller } from './call-servers.ts'

/** What was called how often, what was answered, and how fast. */
export function reportCalls({ counts }: Caller, seconds: number): Table {
  const rows = [...counts].map(([name, { latencies, statuses, repeated }]) => [
    name,
    latencies.length,
    [...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', '),
    repeated,
    ...[0.5, 0.95, 0.99].map((share) => percentile(latencies, share)),
  ])
  const total = rows.reduce((sum, [, calls]) => sum + Number(calls), 0)
  return {
    caption: `${total} calls in ${Math.round(seconds)} s`,
    columns: [
      { name: 'call' },
      { name: 'calls', unit: 'count' },
      { name: 'answers' },
      { name: 'repeated', unit: 'count' },
      { name: 'p50', unit: 'milliseconds' },
      { name: 'p95', unit: 'milliseconds' },
      { name: 'p99', unit: 'milliseconds' },
    ],
    rows,
  }
}
