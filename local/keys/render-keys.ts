import type { ListedKey } from '../../lib/db/key-queries.ts'

const heads = ['ID', 'NAME', 'SCOPES', 'REQUESTS TODAY', 'TOKENS TODAY', 'LAST USED'] as const

/** The keys as a table for the terminal, a line each. */
export function renderKeys(keys: readonly ListedKey[]): string[] {
  if (keys.length === 0) return ['There are no keys yet: npm run keys add NAME']
  const rows = [heads, ...keys.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

const cellsOf = (key: ListedKey): string[] => [
  key.id,
  key.name,
  key.scopes.join(','),
  share(key.requests_today, key.daily_requests),
  share(key.tokens_today, key.daily_tokens),
  key.revoked_at === null ? describeUse(key.last_used_at) : `revoked ${toMinute(key.revoked_at)}`,
]

const share = (spent: number, most: number): string => `${count(spent)} of ${count(most)}`
const count = (value: number): string => value.toLocaleString('en')
/** To the hour, as it is stored. */
const describeUse = (time: string | null): string => (time === null ? 'never' : toMinute(time))
const toMinute = (time: string): string => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
