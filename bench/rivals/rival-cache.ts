import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'

/** The rivals' store: keys and values, as their recipes want it, in the same database as ours. Long keys are hashed by the database. */
export async function createRivalCache(db: Kysely<Database>): Promise<void> {
  await sql`create table rival_cache (key bytea primary key, value jsonb not null)`.execute(db)
}

export async function getCached(db: Kysely<Database>, key: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from rival_cache where key = ${hashed(key)}`.execute(db)
  return rows[0]?.value ?? null
}

export async function setCached(db: Kysely<Database>, key: string, value: unknown): Promise<void> {
  await sql`
    insert into rival_cache (key, value) values (${hashed(key)}, ${JSON.stringify(value)})
    on conflict (key) do update set value = excluded.value`.execute(db)
}

const hashed = (key: string) => sql`sha256(convert_to(${key}::text, 'utf8'))`
