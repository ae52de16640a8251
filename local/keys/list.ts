import { type ListedKey, listKeys } from '../../lib/db/index.ts'
import { withDatabase } from '../lessons/with-database.ts'
import { defineJob } from '../terminal/define-job.ts'
import { formatCount, formatTable } from '../terminal/format-table.ts'

/** `npm run keys list` */
export const list = defineJob({
  name: 'list',
  description: 'Show every key, what it used today and when it was last used',
  options: {},
  run: () =>
    withDatabase(async ({ db }) => {
      const keys = await listKeys(db)
      return {
        json: keys,
        lines: keys.length === 0 ? ['There are no keys yet: npm run keys add NAME'] : describe(keys),
      }
    }),
})

const describe = (keys: readonly ListedKey[]): string[] =>
  formatTable(
    ['id', 'name', 'scopes', 'requests today', 'tokens today', 'last used'],
    keys.map((key) => [
      key.id,
      key.name,
      key.scopes.join(','),
      share(key.requests_today, key.daily_requests),
      share(key.tokens_today, key.daily_tokens),
      key.revoked_at === null ? describeUse(key.last_used_at) : `revoked ${toMinute(key.revoked_at)}`,
    ]),
  )

const share = (spent: number, max: number): string => `${formatCount(spent)} of ${formatCount(max)}`
const describeUse = (time: string | null): string => (time === null ? 'never' : toMinute(time))
const toMinute = (time: string): string => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`
