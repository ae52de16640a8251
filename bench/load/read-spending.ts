import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'

/** What is counted today: requests of all learners, and tokens set aside and used for everybody together. */
export interface Spending {
  readonly requests: number
  readonly reserved: number
  readonly used: number
}

export async function readSpending(db: Kysely<Database>): Promise<Spending> {
  const { rows } = await sql<Spending>`
    select
      (select coalesce(sum(requests), 0)::int from spending where bucket like 'learner:%') as requests,
      (select coalesce(sum(reserved_tokens), 0)::int from personalized_content_cache
        where state = 'writing' and lease_until > clock_timestamp() and 'all' = any (reserved_for)) as reserved,
      (select coalesce(sum(tokens_used), 0)::int from spending where bucket = 'all') as used`.execute(db)
  return rows[0] ?? { requests: 0, reserved: 0, used: 0 }
}
