import { sql, type ExpressionBuilder, type Kysely, type QueryCreator } from 'kysely'
import * as v from 'valibot'
import type { Database } from './database.ts'
import { findBudgetRefusal, reservationValues, reserveUnderLease, addUsedTokens } from './quota-queries.ts'
import {
  type Level,
  type OriginalReason,
  type Proof,
  type RewriteScope,
  type Variant,
  verifierVersion,
} from '../contract/index.ts'
import { type Reservation, tokensUsed } from '../quota/index.ts'
import { storedRewriteSchema, type StoredRewrite } from './stored-rewrite.ts'

/** After how many seconds without a renewal another writer takes over, by the database's clock. */
export const leaseSeconds = 20
/** Milliseconds between renewals of a lease: two within it, so that one lost renewal is harmless. */
export const renewalMilliseconds = 8_000
/** For how many hours a rejected section shows the original before it is tried again. */
export const rejectionHours = 24

/**
 * Seconds before a section is tried again after a failed call: `first`, times `factor` for each further one, up to
 * `max`.
 */
export interface Rest {
  readonly first: number
  readonly factor: number
  readonly max: number
}

/** A row of the cache that is about to be written. */
export interface RewriteRow {
  readonly key: string
  readonly lesson_slug: string
  readonly section_id: string
  readonly scope: RewriteScope
  readonly content_hash: string
  readonly context_hash: string
  readonly preferences_hash: string
  readonly recipe: string
  readonly level: Level
  readonly variant: Variant
}

/** The right to write one row. `token` fences every write made under it. */
export interface Lease {
  readonly key: string
  readonly token: string
  /** The tokens reserved for as long as it lasts. */
  readonly reservation: Reservation
}

const leaseEnd = sql<Date>`clock_timestamp() + make_interval(secs => ${leaseSeconds})`

/**
 * Whether a row may be taken over: its lease (or the wait after a rejection) has expired, or an older verifier accepted
 * it.
 */
const isFree = sql<boolean>`(
  personalized_content_cache.state <> 'ready' and personalized_content_cache.lease_until < clock_timestamp()
  or personalized_content_cache.state = 'ready' and personalized_content_cache.verifier_version < ${verifierVersion}
)`

/**
 * Takes the lease on a row: inserts the row, or takes over a free one. Takes nothing and returns `held` if someone else
 * holds it or it is ready, `budget-reached` if its tokens are used up, `budget-reserved` if they are reserved by
 * others. One statement at READ COMMITTED: of any number of contenders one wins, and only that one reserves. A request
 * that already sees the winner's row does not insert: a conflict locks the row, and hundreds of readers at once would
 * wait for each other.
 */
export async function takeLease(
  db: Kysely<Database>,
  row: RewriteRow,
  { token, reservation }: Lease,
): Promise<'taken' | 'held' | 'budget-reached' | 'budget-reserved'> {
  const taking = sql`insert into "personalized_content_cache" (key, lesson_slug, section_id, scope, content_hash, context_hash, preferences_hash, recipe, level,
      variant, state, lease_token, lease_until, reserved_tokens, reserved_for, reserved_day)
    select ${row.key}, ${row.lesson_slug}, ${row.section_id}, ${row.scope}, ${row.content_hash}, ${row.context_hash},
      ${row.preferences_hash}, ${row.recipe},
      ${row.level}, ${row.variant}, 'writing', ${token}, ${leaseEnd}, ${reservationValues(reservation)}
    where not exists (select from personalized_content_cache where key = ${row.key} and not ${isFree})
    on conflict (key) do update
      set state = 'writing', lease_token = excluded.lease_token, lease_until = excluded.lease_until, heading = null, content = null,
        failure_reason = null, reserved_tokens = excluded.reserved_tokens, reserved_for = excluded.reserved_for,
        reserved_day = excluded.reserved_day
      where ${isFree}
    returning ${reserveUnderLease(reservation)}`
  try {
    const { rows } = await taking.execute(db)
    return rows.length > 0 ? 'taken' : 'held'
  } catch (error) {
    const refusal = findBudgetRefusal(error)
    if (refusal === undefined) throw error
    return refusal
  }
}

/** Extends a lease; false if it was lost to someone else. */
export async function renewLease(db: Kysely<Database>, lease: Lease): Promise<boolean> {
  const { numUpdatedRows } = await underLease(db, lease).set({ lease_until: leaseEnd }).executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Reserves more tokens under a lease; false if the budget has fewer left, or the lease was lost. */
export async function extendReservation(db: Kysely<Database>, lease: Lease, tokens: number): Promise<boolean> {
  try {
    const extended = await underLease(db, lease)
      .set({ reserved_tokens: sql<string>`reserved_tokens + ${tokens}::bigint` })
      .returning(reserveUnderLease({ ...lease.reservation, tokens }).as('reserved'))
      .executeTakeFirst()
    return extended !== undefined
  } catch (error) {
    if (findBudgetRefusal(error) === undefined) throw error
    return false
  }
}

/** A rewrite that the verifier accepted. */
export interface AcceptedRewrite {
  readonly heading: string | null
  readonly content: string
  readonly proof: Proof
}

/** Stores an accepted rewrite and ends the lease; false if the lease was lost and nothing was stored. */
export async function storeRewrite(
  db: Kysely<Database>,
  lease: Lease,
  { heading, content, proof }: AcceptedRewrite,
): Promise<boolean> {
  const stored = await replacingText(db, lease)
    .set({
      ...ended(proof),
      state: 'ready',
      heading,
      content,
      failures: 0,
      lease_until: null,
      created_at: sql<Date>`clock_timestamp()`,
    })
    .returning(spent(lease, tokensUsed(proof.usage, lease.reservation)))
    .executeTakeFirst()
  return stored !== undefined
}

/** Stores that no acceptable rewrite came, so that the next readers do not pay for another try at once. */
export async function storeRejection(db: Kysely<Database>, lease: Lease, proof: Proof): Promise<boolean> {
  const stored = await replacingText(db, lease)
    .set({
      ...ended(proof),
      state: 'rejected',
      heading: null,
      content: null,
      lease_until: sql<Date>`clock_timestamp() + make_interval(hours => ${rejectionHours})`,
    })
    .returning(spent(lease, tokensUsed(proof.usage, lease.reservation)))
    .executeTakeFirst()
  return stored !== undefined
}

/** A model call that returned no complete text. */
export interface Failure {
  readonly reason: OriginalReason
  /** Tokens that it used nevertheless. */
  readonly used: number
  readonly rest: Rest
}

/** Stores a failed call; the wait grows with each failure. False if the lease was lost. */
export async function storeFailure(
  db: Kysely<Database>,
  lease: Lease,
  { reason, used, rest }: Failure,
): Promise<boolean> {
  const stored = await replacingText(db, lease)
    .set({
      state: 'failed',
      failure_reason: reason,
      failures: sql<number>`least(failures + 1, 1000)`,
      proof: null,
      lease_until: sql<Date>`clock_timestamp() + make_interval(secs =>
        least(${rest.max}, ${rest.first} * power(${rest.factor}::float8, least(failures, 30))))`,
    })
    .returning(spent(lease, used))
    .executeTakeFirst()
  return stored !== undefined
}

/** Whether the lease's holder stored a result, by a statement whose answer was lost. */
export async function wasStored(db: Kysely<Database>, { key, token }: Lease): Promise<boolean> {
  const row = await db
    .selectFrom('personalized_content_cache')
    .select('key')
    .where(({ and }) => and({ key, lease_token: token }))
    .where('state', '<>', 'writing')
    .executeTakeFirst()
  return row !== undefined
}

/** The present rows by their keys, for requests that wait for other writers. */
export async function findRewrites(
  db: Kysely<Database>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredRewrite>> {
  const rows = await db
    .selectFrom('personalized_content_cache')
    .select(['key', 'state', 'heading', 'content', 'proof', 'verifier_version', 'failure_reason'])
    .select([
      sql<boolean>`coalesce(lease_until > clock_timestamp(), false)`.as('held'),
      sql<string>`to_json(created_at) #>> '{}'`.as('created_at'),
    ])
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, v.parse(storedRewriteSchema, row)]))
}

const underLease = (db: QueryCreator<Database>, lease: Lease) =>
  db.updateTable('personalized_content_cache').where(isUnderLease(lease))

/** The fence: a row whose lease was lost is not changed. */
const isUnderLease =
  ({ key, token }: Lease) =>
  ({ and }: ExpressionBuilder<Database, 'personalized_content_cache'>) =>
    and({ key, lease_token: token, state: 'writing' })

/** As `underLease`; also deletes learners' ratings of the text that is replaced. */
const replacingText = (db: Kysely<Database>, lease: Lease) =>
  underLease(
    db.with('outdated', (cte) =>
      cte
        .deleteFrom('feedback')
        .where('rewrite_key', 'in', ({ selectFrom }) =>
          selectFrom('personalized_content_cache').select('key').where(isUnderLease(lease)),
        ),
    ),
    lease,
  )

/** Counts used tokens under the same fence, so that it happens once, however often the statement is sent. */
const spent = ({ reservation }: Lease, used: number) => addUsedTokens(reservation, used).as('spent')

const ended = (proof: Proof) => ({
  proof: JSON.stringify(proof),
  usage: JSON.stringify(proof.usage),
  model: proof.model,
  verifier_version: verifierVersion,
})
