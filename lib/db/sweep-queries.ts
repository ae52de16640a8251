import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'

/** After how many days unused rows are deleted; 0 means never. */
export interface Retention {
  /** For learners who were not seen. */
  readonly learnerDays: number
  /** For rewrites that were not read, and versions of lessons that nobody was given. */
  readonly rewriteDays: number
  /** For daily sums, which identify nobody. */
  readonly insightDays: number
}

/** The kinds of rows that are swept, in this order. */
export const sweptKinds = ['learners', 'rewrites', 'lesson_versions', 'spending', 'insights'] as const
export type SweptKind = (typeof sweptKinds)[number]

interface Broom {
  readonly table: 'users' | 'personalized_content_cache' | 'lessons' | 'spending' | 'insights_daily'
  /** Whether to delete a row; undefined if none is ever deleted. */
  readonly condition: RawBuilder<boolean> | undefined
}

/**
 * Deletes at most `max` rows of a kind in one statement; returns how many. Rows that are locked are skipped, and rows
 * changed since the statement began are left for the next one, so that anything read meanwhile stays.
 */
export async function sweepBatch(
  db: Kysely<Database>,
  kind: SweptKind,
  { max, ...retention }: Retention & { readonly max: number },
): Promise<number> {
  const { table, condition } = brooms[kind](retention)
  if (condition === undefined) return 0
  const name = sql.table(table)
  const { numAffectedRows } = await sql`
    delete from ${name} where ctid = any (array(
      select ctid from ${name} where ${condition} limit ${max} for update skip locked))`.execute(db)
  return Number(numAffectedRows)
}

/** How many rows of a kind would be deleted now. */
export async function countSweepable(db: Kysely<Database>, kind: SweptKind, retention: Retention): Promise<number> {
  const { table, condition } = brooms[kind](retention)
  if (condition === undefined) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${condition}`.execute(db)
  return rows[0]?.count ?? 0
}

const brooms: Readonly<Record<SweptKind, (retention: Retention) => Broom>> = {
  learners: ({ learnerDays }) => ({ table: 'users', condition: before(learnerDays, isUnseen) }),
  rewrites: ({ rewriteDays }) => ({ table: 'personalized_content_cache', condition: before(rewriteDays, isUnread) }),
  lesson_versions: ({ rewriteDays }) => ({ table: 'lessons', condition: before(rewriteDays, isUngiven) }),
  spending: () => ({
    table: 'spending',
    // As `count_request` does; this covers days without requests.
    condition: sql<boolean>`spending.day < (clock_timestamp() at time zone 'utc')::date - 1`,
  }),
  insights: ({ insightDays }) => ({ table: 'insights_daily', condition: before(insightDays, isPast) }),
}

const before = (days: number, condition: (time: RawBuilder<Date>) => RawBuilder<boolean>) =>
  days === 0 ? undefined : condition(sql<Date>`(clock_timestamp() - make_interval(days => ${days}))`)

/** Compares with the UTC day under which it was counted. */
const isPast = (time: RawBuilder<Date>) => sql<boolean>`insights_daily.day < (${time} at time zone 'utc')::date`

/** Everything that a learner owns is deleted with the row. */
const isUnseen = (time: RawBuilder<Date>) => sql<boolean>`
  users.last_seen_at < ${time} and users.updated_at < ${time}
  and not exists (select from user_preferences as own where own.user_id = users.id and own.updated_at >= ${time})
  and not exists (select from feedback as own where own.user_id = users.id and own.updated_at >= ${time})`

/** A lease or a rejection that has not expired protects its row. */
const isUnread = (time: RawBuilder<Date>) => sql<boolean>`
  personalized_content_cache.last_read_at < ${time} and personalized_content_cache.created_at < ${time}
  and coalesce(personalized_content_cache.lease_until < clock_timestamp(), true)`

/** A lesson's current version is always kept: readers and builds need it. */
const isUngiven = (time: RawBuilder<Date>) => sql<boolean>`
  lessons.published_at < ${time}
  and exists (select from lessons as later where later.slug = lessons.slug and later.published_at > lessons.published_at)
  and not exists (select from learner_lessons as given
    where given.lesson_slug = lessons.slug and given.content_hash = lessons.content_hash and given.last_read_at >= ${time})`
