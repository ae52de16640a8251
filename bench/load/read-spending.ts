import type { Kysely } from 'kysely'
import type { Database } from '../../lib/db/database.ts'

/** What is counted for everybody together, today. */
export interface Spending {
  readonly requests: number
  readonly reserved: number
  readonly used: number
}

export async function readSpending(db: Kysely<Database>): Promise<Spending> {
  const row = await db
    .selectFrom('spending')
    .select(['requests', 'tokens_reserved', 'tokens_used'])
    .where('bucket', '=', 'all')
    .executeTakeFirst()
  const [requests = 0, reserved = 0, used = 0] = [row?.requests, row?.tokens_reserved, row?.tokens_used].map((value) =>
    Number(value ?? 0),
  )
  return { requests, reserved, used }
}
