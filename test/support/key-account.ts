import { sql } from 'kysely'
import type { TestKey } from './a-key.ts'
import { testDatabase } from './a-lesson.ts'

/** Requests and tokens on a key's account. */
export async function spentOf({ id }: TestKey): Promise<number> {
  const { rows } = await sql<{ spent: string }>`
    select requests + tokens_used as spent from spending where bucket = ${`integrator:${id}`}`.execute(testDatabase())
  return Number(rows[0]?.spent ?? 0)
}

export const lastUse = async ({ id }: TestKey): Promise<Date | null> => {
  const query = testDatabase().selectFrom('integrator_keys').select('last_used_at').where('id', '=', id)
  return (await query.executeTakeFirstOrThrow()).last_used_at
}
