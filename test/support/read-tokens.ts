import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/database.ts'
import type { Bucket } from '../../lib/quota/quota-subject.ts'

/** What is set aside for a bucket under leases that hold, and what was used of it. */
export async function readTokens(
  db: Kysely<Database>,
  { name }: Pick<Bucket, 'name'>,
): Promise<{ reserved: number; used: number }> {
  const { rows } = await sql<{ reserved: number; used: number }>`
    select
      (select coalesce(sum(reserved_tokens), 0)::int from personalized_content_cache
        where state = 'writing' and lease_until > clock_timestamp() and ${name} = any (reserved_for)) as reserved,
      (select coalesce(sum(tokens_used), 0)::int from spending where bucket = ${name}) as used`.execute(db)
  return rows[0] ?? { reserved: 0, used: 0 }
}
