import { NeonDbError } from '@neondatabase/serverless'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import { keyBucketName } from '../spend/key-bucket.ts'
import { limitProblem } from '../spend/limit-problem.ts'
import type { Reservation } from '../spend/reservation.ts'
import type { Counter, Spender } from '../spend/spender.ts'
import type { Database } from './database.ts'

/**
 * The part of a statement that counts a request; over a limit it fails the whole statement, and nothing is counted. Where the
 * spender has a key, the statement is one with `usedKey`, which says how much the key allows.
 */
export function countRequest(spender: Spender<Counter>): RawBuilder<boolean> {
  const limits = sql`${spender.buckets.map(({ requests }) => requests.most)}::bigint[]`
  const all = spender.key
    ? sql`array_prepend((select (limits ->> 'daily_requests')::bigint from used_key), ${limits})`
    : limits
  return sql<boolean>`count_request(${dayOf(spender)}, ${namesOf(spender)}, ${all})`
}

/** The answer of a statement with `countRequest` in it; throws `too-many-requests` when a limit is reached. */
export async function underLimits<Answer>(statement: Promise<Answer>, spender: Spender<Counter>): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    if (!(error instanceof NeonDbError) || error.code !== 'PS001') throw error
    // The bucket that is full is named in the error's detail, which never leaves the server.
    const counters = [...spender.buckets, ...(spender.key ? [spender.key.ifWrong] : [])]
    const full = counters.find(({ name }) => name === error.detail)
    const ofKey = { name: 'KEY_DAILY_REQUESTS', most: Number(error.hint) } as const
    throw limitProblem('too-many-requests', full?.requests ?? ofKey, spender)
  }
}

/** The part of a statement that reserves tokens; over a limit it fails the whole statement, and nothing is reserved. */
export function reserveTokens({ spender, tokens }: Reservation): RawBuilder<boolean> {
  const limits = spender.buckets.map((bucket) => bucket.tokens.most)
  return sql<boolean>`reserve_tokens(${dayOf(spender)}, ${namesOf(spender)}, ${limits}::bigint[], ${tokens}::bigint)`
}

/** True when a statement failed because there were not as many tokens left as it was to reserve. */
export const isBudgetReached = (error: unknown): boolean => error instanceof NeonDbError && error.code === 'PS002'

/** The part of a statement that puts what was used in the place of what was reserved. */
export function settleTokens({ spender, tokens }: Reservation, used: number): RawBuilder<boolean> {
  return sql<boolean>`settle_tokens(${dayOf(spender)}, ${namesOf(spender)}, ${tokens}::bigint, ${used}::bigint)`
}

/** The same as a statement of its own. Not to be repeated: twice is settled twice. */
export async function settleAlone(db: Kysely<Database>, reservation: Reservation, used: number): Promise<void> {
  await sql`select ${settleTokens(reservation, used)}`.execute(db)
}

/** The part of a statement that tells what is spent or reserved today, bucket by bucket, as JSON. */
export const tokensSpent = (spender: Spender): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(coalesce(spending.tokens_reserved + spending.tokens_used, 0) order by bucket.position), '[]')
  from unnest(${namesOf(spender)}) with ordinality as bucket (name, position)
    left join spending on spending.bucket = bucket.name and spending.day = ${dayOf(spender)})`

const dayOf = ({ day }: Spender<Counter>): RawBuilder<unknown> => sql`${day}::date`
const namesOf = ({ key, buckets }: Spender<Counter>): RawBuilder<unknown> =>
  sql`${[...(key ? [keyBucketName(key)] : []), ...buckets.map(({ name }) => name)]}::text[]`
