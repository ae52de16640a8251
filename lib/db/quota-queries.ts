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
 * The part of a statement that counts a request; over a limit it fails the whole statement, and nothing is counted. Where the
 * subject has a key, the statement is one with `usedKey`, which says how much the key allows.
 */
export function countRequest(subject: QuotaSubject<Counter>): RawBuilder<boolean> {
  const limits = sql`${subject.buckets.flatMap(({ requests }) => requests?.max ?? [])}::bigint[]`
  const all = subject.key
    ? sql`array_prepend((select (limits ->> 'daily_requests')::bigint from used_key), ${limits})`
    : limits
  return sql<boolean>`count_request(${dayOf(subject)}, ${namesOf(subject)}, ${all})`
}

/** The answer of a statement with `countRequest` in it; throws `too-many-requests` when a limit is reached. */
export async function underLimits<Answer>(statement: Promise<Answer>, subject: QuotaSubject<Counter>): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    if (!(error instanceof NeonDbError) || error.code !== 'PS001') throw error
    // The bucket that is full is named in the error's detail, which never leaves the server.
    const counters = [...subject.buckets, ...(subject.key ? [subject.key.ifWrong] : [])]
    const full = counters.find(({ name }) => name === error.detail)
    const ofKey = { name: 'KEY_DAILY_REQUESTS', max: Number(error.hint) } as const
    throw limitProblem('too-many-requests', full?.requests ?? ofKey, subject)
  }
}

/**
 * The part of a statement that counts a reading, as the name of the first bucket that is full. Nothing fails over a limit:
 * what is there may be read. A learner whom nobody knows is counted for the address alone. With a key, as `countRequest`.
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
 * The part of a statement that has put a reservation into a row under a lease: over a limit it fails the whole statement, and
 * nothing is reserved.
 */
export function reserveUnderLease({ subject, tokens }: Reservation): RawBuilder<boolean> {
  const limits = subject.buckets.map(tokensAllowed)
  return sql<boolean>`reserve_under_lease(${dayOf(subject)}, ${namesOf(subject)}, ${limits}::bigint[], ${tokens}::bigint)`
}

/**
 * Why a statement could not reserve: the day's budget is used up, or what is left of it is set aside for what others write just
 * now; undefined when it failed for something else.
 */
export function findBudgetRefusal(error: unknown): 'budget-reached' | 'budget-reserved' | undefined {
  if (!(error instanceof NeonDbError) || error.code !== 'PS002') return undefined
  return error.hint === 'reserved' ? 'budget-reserved' : 'budget-reached'
}

/** The part of a statement that counts what was used; what was set aside for it ends with its lease. */
export function addUsedTokens({ subject }: Reservation, used: number): RawBuilder<boolean> {
  return sql<boolean>`spend_tokens(${dayOf(subject)}, ${namesOf(subject)}, ${used}::bigint)`
}

/** The same as a statement of its own. Not to be repeated: twice is spent twice. */
export async function commitTokens(db: Kysely<Database>, reservation: Reservation, used: number): Promise<void> {
  await sql`select ${addUsedTokens(reservation, used)}`.execute(db)
}

/** The part of a statement that tells what is used today, bucket by bucket, as JSON. */
export const tokensUsedToday = (subject: QuotaSubject): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(coalesce(spending.tokens_used, 0) order by bucket.position), '[]')
  from unnest(${namesOf(subject)}) with ordinality as bucket (name, position)
    left join spending on spending.bucket = bucket.name and spending.day = ${dayOf(subject)})`

const dayOf = ({ day }: QuotaSubject<Counter>): RawBuilder<unknown> => sql`${day}::date`
const namesOf = ({ key, buckets }: QuotaSubject<Counter>): RawBuilder<unknown> =>
  sql`${[...(key ? [keyBucketName(key)] : []), ...buckets.map(({ name }) => name)]}::text[]`
