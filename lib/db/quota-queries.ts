import { NeonDbError } from '@neondatabase/serverless'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import {
  type Counter,
  keyBucketName,
  limitProblem,
  type Reservation,
  type QuotaSubject,
  tokensAllowed,
} from '../quota/index.ts'
import type { Database } from './database.ts'

/**
 * SQL that counts a request. Over a limit it fails the whole statement, and nothing is counted. If the subject has a
 * key, the statement must contain `usedKey`, which gives the key's limits.
 */
export function countRequest(subject: QuotaSubject<Counter>): RawBuilder<boolean> {
  const limits = sql`${subject.buckets.flatMap(({ requests }) => requests?.max ?? [])}::bigint[]`
  const all = subject.key
    ? sql`array_prepend((select (limits ->> 'daily_requests')::bigint from used_key), ${limits})`
    : limits
  return sql<boolean>`count_request(${dayOf(subject)}, ${namesOf(subject)}, ${all})`
}

/** Awaits a statement with `countRequest` in it; throws `too-many-requests` when a limit is reached. */
export async function underLimits<Answer>(statement: Promise<Answer>, subject: QuotaSubject<Counter>): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    if (!(error instanceof NeonDbError) || error.code !== 'PS001') throw error
    // The error's detail names the full bucket; it never leaves the server.
    const counters = [...subject.buckets, ...(subject.key ? [subject.key.ifWrong] : [])]
    const full = counters.find(({ name }) => name === error.detail)
    const ofKey = { name: 'KEY_DAILY_REQUESTS', max: Number(error.hint) } as const
    throw limitProblem('too-many-requests', full?.requests ?? ofKey, subject)
  }
}

/**
 * SQL that counts a reading and gives the name of the first full bucket. It never fails over a limit, since cached text
 * may still be read. An unknown learner is counted for the address alone; with a key, as `countRequest`.
 */
export function countReading(subject: QuotaSubject, isKnown: RawBuilder<boolean>): RawBuilder<string | null> {
  if (subject.key) return sql`case when not ${countRequest({ ...subject, buckets: [] })} then ''::text end`
  const counted = subject.buckets.flatMap(({ name, requests }) => (requests ? [{ name, max: requests.max }] : []))
  const count = (buckets: typeof counted) =>
    sql`count_reading(${dayOf(subject)}, ${buckets.map(({ name }) => name)}::text[], ${buckets.map(({ max }) => max)}::bigint[])`
  return sql`case when ${isKnown} then ${count(counted)} else ${count(counted.slice(1))} end`
}

/** The values of a row's columns `reserved_tokens`, `reserved_for` and `reserved_day`. */
export const reservationValues = ({ subject, tokens }: Reservation): RawBuilder<unknown> =>
  sql`${tokens}::bigint, ${namesOf(subject)}, ${dayOf(subject)}`

/**
 * SQL that reserves tokens in a row just leased by the same statement. Over a limit it fails the whole statement, and
 * nothing is reserved.
 */
export function reserveUnderLease({ subject, tokens }: Reservation): RawBuilder<boolean> {
  const limits = subject.buckets.map(tokensAllowed)
  return sql<boolean>`reserve_under_lease(${dayOf(subject)}, ${namesOf(subject)}, ${limits}::bigint[], ${tokens}::bigint)`
}

/**
 * Why a statement could not reserve: the day's budget is used up, or the rest of it is reserved for what others are
 * writing; undefined if it failed for another reason.
 */
export function findBudgetRefusal(error: unknown): 'budget-reached' | 'budget-reserved' | undefined {
  if (!(error instanceof NeonDbError) || error.code !== 'PS002') return undefined
  return error.hint === 'reserved' ? 'budget-reserved' : 'budget-reached'
}

/** SQL that counts used tokens; their reservation ends with its lease. */
export function addUsedTokens({ subject }: Reservation, used: number): RawBuilder<boolean> {
  return sql<boolean>`spend_tokens(${dayOf(subject)}, ${namesOf(subject)}, ${used}::bigint)`
}

/** Counts used tokens in a statement of its own. Not idempotent: a repeated call counts them twice. */
export async function commitTokens(db: Kysely<Database>, reservation: Reservation, used: number): Promise<void> {
  await sql`select ${addUsedTokens(reservation, used)}`.execute(db)
}

/** SQL for the tokens used today, bucket by bucket, as JSON. */
export const tokensUsedToday = (subject: QuotaSubject): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(coalesce(spending.tokens_used, 0) order by bucket.position), '[]')
  from unnest(${namesOf(subject)}) with ordinality as bucket (name, position)
    left join spending on spending.bucket = bucket.name and spending.day = ${dayOf(subject)})`

const dayOf = ({ day }: QuotaSubject<Counter>): RawBuilder<unknown> => sql`${day}::date`
const namesOf = ({ key, buckets }: QuotaSubject<Counter>): RawBuilder<unknown> =>
  sql`${[...(key ? [keyBucketName(key)] : []), ...buckets.map(({ name }) => name)]}::text[]`
