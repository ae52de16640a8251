import { NeonDbError } from '@neondatabase/serverless'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import * as v from 'valibot'
import type { SentKey } from '../integrator/key-form.ts'
import { invalidKey, missingScope } from '../integrator/key-problem.ts'
import type { Database } from './database.ts'

/** What one day allows a key, as it stands in its row. */
export const keyLimitsSchema = v.object({ daily_requests: v.number(), daily_tokens: v.number() })
export type KeyLimits = v.InferOutput<typeof keyLimitsSchema>

/**
 * The part of a statement that uses a key, as a table `used_key` of its limits; empty without a key. When the key does not
 * hold, the whole statement fails, and nothing of it is done.
 */
export const usedKey = (key: SentKey | undefined): RawBuilder<unknown> =>
  key
    ? sql`used_key as (select daily_requests, daily_tokens from use_key(${key.hash}, ${key.scope}))`
    : sql`used_key as (select null::bigint as daily_requests, null::bigint as daily_tokens where false)`

/** The answer of a statement with `usedKey` in it; throws `invalid-key` or `missing-scope` when the key does not hold. */
export async function withKey<Answer>(statement: Promise<Answer>, key: SentKey | undefined): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    if (!key || !(error instanceof NeonDbError)) throw error
    if (error.code === 'PS003') throw invalidKey()
    throw error.code === 'PS004' ? missingScope(key) : error
  }
}

/** Uses a key in a statement of its own. */
export async function useKey(db: Kysely<Database>, key: SentKey): Promise<KeyLimits> {
  const statement = sql`with ${usedKey(key)} select to_jsonb(used_key) as limits from used_key`
  const { rows } = await withKey(statement.execute(db), key)
  return v.parse(v.object({ limits: keyLimitsSchema }), rows[0]).limits
}
