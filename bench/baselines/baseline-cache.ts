import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'

/** The baselines' key-value store, in the same database as ours. Keys are hashed by the database, as they may be long. */
export async function createBaselineCache(db: Kysely<Database>): Promise<void> {
  await sql`create table baseline_cache (key bytea primary key, value jsonb not null)`.execute(db)
}

export async function getCached(db: Kysely<Database>, key: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select value from baseline_cache where key = ${hashed(key)}`.execute(
    db,
  )
  return rows[0]?.value ?? null
}

export async function setCached(db: Kysely<Database>, key: string, value: unknown): Promise<void> {
  await sql`
    insert into baseline_cache (key, value) values (${hashed(key)}, ${JSON.stringify(value)})
    on conflict (key) do update set value = excluded.value`.execute(db)
}

const hashed = (key: string) => sql`sha256(convert_to(${key}::text, 'utf8'))`
