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

/** The one row of `used_key`. A request without a key holds, and has no limits of a key's. */
export const usedKeySchema = v.object({ holds: v.boolean(), limits: v.nullable(keyLimitsSchema) })

/**
 * The part of a statement that uses a key, as a table `used_key`. When the key does not hold, that is counted for where it came
 * from; the rest of the statement must do nothing then, and find nothing. Without the scope the whole statement fails.
 */
export const usedKey = ({ key, day }: QuotaSubject<Counter>): RawBuilder<unknown> =>
  key
    ? sql`used_key as (
        select used.id is not null as holds,
          case when used.id is not null then
            jsonb_build_object('daily_requests', used.daily_requests, 'daily_tokens', used.daily_tokens) end as limits
        from use_key(${key.hash}, ${key.scope}, ${day}::date, ${key.ifWrong.name}, ${key.ifWrong.requests.max}::bigint) as used)`
    : sql`used_key as (select true as holds, null::jsonb as limits)`

/** The answer of a statement with `usedKey` in it; throws `missing-scope` when the key may not do this. */
export async function withScope<Answer>(statement: Promise<Answer>, key: SubjectKey | undefined): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    throw key && error instanceof NeonDbError && error.code === 'PS004' ? missingScope(key) : error
  }
}

/** What the key allows that a statement used, null when none was sent; throws `invalid-key` when it does not hold. */
export function readLimits({ holds, limits }: v.InferOutput<typeof usedKeySchema>): KeyLimits | null {
  if (!holds) throw invalidKey()
  return limits
}

/**
 * Uses a key in a statement of its own; throws `invalid-key`, `missing-scope`, or `too-many-requests` after too many keys that
 * do not hold.
 */
export async function useKey(db: Kysely<Database>, subject: QuotaSubject<Counter>): Promise<void> {
  const statement = sql`with ${usedKey(subject)} select to_jsonb(used_key) as key from used_key`
  const { rows } = await underLimits(withScope(statement.execute(db), subject.key), subject)
  readLimits(v.parse(v.object({ key: usedKeySchema }), rows[0]).key)
}
