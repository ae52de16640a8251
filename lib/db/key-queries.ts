import { NeonDbError } from '@neondatabase/serverless'
import { sql, type Kysely } from 'kysely'
import { drawKey } from './draw-key.ts'
import { keyPattern, type KeyScope } from '../contract/index.ts'
import { hashText } from '../text/index.ts'
import type { Database } from './database.ts'

export interface NewKey {
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly dailyRequests: number
  readonly dailyTokens: number
}

/** Everything known of a key but the key itself. */
export interface ListedKey {
  readonly id: string
  readonly name: string
  readonly scopes: readonly KeyScope[]
  readonly daily_requests: number
  readonly daily_tokens: number
  /** Used today (UTC), reserved tokens included. */
  readonly requests_today: number
  readonly tokens_today: number
  readonly created_at: string
  readonly last_used_at: string | null
  readonly revoked_at: string | null
}

/** Creates a key and stores only its hash: the key is never shown again. Undefined if an active key has this name. */
export async function addKey(db: Kysely<Database>, wanted: NewKey): Promise<{ id: string; key: string } | undefined> {
  const key = drawKey()
  const id = keyPattern.exec(key)?.[1] ?? ''
  const { name, scopes, dailyRequests, dailyTokens } = wanted
  try {
    await sql`insert into integrator_keys (id, name, hash, scopes, daily_requests, daily_tokens)
      values (${id}, ${name}, ${await hashText(key)}, ${scopes}::text[], ${dailyRequests}, ${dailyTokens})`.execute(db)
    return { id, key }
  } catch (error) {
    if (error instanceof NeonDbError && error.constraint === 'integrator_keys_name') return undefined
    throw error
  }
}

/** Every key, active ones first, oldest first. */
export async function listKeys(db: Kysely<Database>): Promise<ListedKey[]> {
  const { rows } = await sql<{ key: ListedKey }>`
    select to_jsonb(listed) - 'hash' as key from (
      select integrator_keys.*, coalesce(spending.requests, 0) as requests_today,
        coalesce(tokens_reserved + tokens_used, 0) as tokens_today
      from integrator_keys left join spending
        on bucket = 'integrator:' || id and day = (now() at time zone 'utc')::date
      order by revoked_at is not null, created_at) as listed`.execute(db)
  return rows.map(({ key }) => key)
}

/** Revokes a key by its name or id, from the next request on; undefined if no active key matches. */
export async function revokeKey(
  db: Kysely<Database>,
  nameOrId: string,
): Promise<Pick<ListedKey, 'id' | 'name'> | undefined> {
  return db
    .updateTable('integrator_keys')
    .set({ revoked_at: sql<Date>`clock_timestamp()` })
    .where('revoked_at', 'is', null)
    .where(({ or, eb }) => or([eb('name', '=', nameOrId), eb('id', '=', nameOrId)]))
    .returning(['id', 'name'])
    .executeTakeFirst()
}
