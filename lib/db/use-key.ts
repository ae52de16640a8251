import { NeonDbError } from '@neondatabase/serverless'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import * as v from 'valibot'
import {
  type Counter,
  invalidKey,
  type KeyLimits,
  missingScope,
  type QuotaSubject,
  type SubjectKey,
} from '../quota/index.ts'
import type { Database } from './database.ts'
import { underLimits } from './quota-queries.ts'

const keyLimitsSchema = v.object({ daily_requests: v.number(), daily_tokens: v.number() })

/** The one row of `used_key`. A request without a key is valid, and has no key limits. */
export const usedKeySchema = v.object({ holds: v.boolean(), limits: v.nullable(keyLimitsSchema) })

/**
 * SQL that validates a key, as a table `used_key`. An invalid key is counted for the address it came from, and the rest
 * of the statement must then do and find nothing. Without the scope the whole statement fails.
 */
export const usedKey = ({ key, day }: QuotaSubject<Counter>): RawBuilder<unknown> =>
  key
    ? sql`used_key as (
        select used.id is not null as holds,
          case when used.id is not null then
            jsonb_build_object('daily_requests', used.daily_requests, 'daily_tokens', used.daily_tokens) end as limits
        from use_key(${key.hash}, ${key.scope}, ${day}::date, ${key.ifWrong.name}, ${key.ifWrong.requests.max}::bigint) as used)`
    : sql`used_key as (select true as holds, null::jsonb as limits)`

/** Awaits a statement with `usedKey` in it; throws `missing-scope` if the key lacks the scope. */
export async function withScope<Answer>(statement: Promise<Answer>, key: SubjectKey | undefined): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    throw key && error instanceof NeonDbError && error.code === 'PS004' ? missingScope(key) : error
  }
}

/** The limits of the key that a statement used, null if none was sent; throws `invalid-key` if it is invalid. */
export function readLimits({ holds, limits }: v.InferOutput<typeof usedKeySchema>): KeyLimits | null {
  if (!holds) throw invalidKey()
  return limits
}

/**
 * Validates a key in a statement of its own; throws `invalid-key`, `missing-scope`, or `too-many-requests` after too
 * many invalid keys.
 */
export async function useKey(db: Kysely<Database>, subject: QuotaSubject<Counter>): Promise<void> {
  const statement = sql`with ${usedKey(subject)} select to_jsonb(used_key) as key from used_key`
  const { rows } = await underLimits(withScope(statement.execute(db), subject.key), subject)
  readLimits(v.parse(v.object({ key: usedKeySchema }), rows[0]).key)
}
