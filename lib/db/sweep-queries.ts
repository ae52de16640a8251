import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Database } from './database.ts'

/** After how many days what nobody asks for is deleted; 0 never. */
export interface Retention {
  /** Learners who were not seen. */
  readonly learnerDays: number
  /** Rewrites that were not read, and versions of lessons that nobody was given. */
  readonly rewriteDays: number
  /** The sums of a day, which name nobody. */
  readonly insightDays: number
}

/** What can be swept, in the order in which it is. */
export const sweptKinds = ['learners', 'rewrites', 'lesson_versions', 'spending', 'insights'] as const
export type SweptKind = (typeof sweptKinds)[number]

interface Broom {
  readonly table: 'users' | 'personalized_content_cache' | 'lessons' | 'spending' | 'insights_daily'
  /** Whether a row goes; undefined when none ever does. */
  readonly condition: RawBuilder<boolean> | undefined
}

/**
 * Deletes at most so many rows of a kind, in one statement; how many that were. A row that a reader or writer holds at this
 * moment is passed over, and one that was changed since the statement began is left for the next: what is read
 * meanwhile stays.
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

/** How many rows of a kind would go now. */
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
    // As `count_request` does it, for days on which nobody comes.
    condition: sql<boolean>`spending.day < (clock_timestamp() at time zone 'utc')::date - 1`,
  }),
  insights: ({ insightDays }) => ({ table: 'insights_daily', condition: before(insightDays, isPast) }),
}

const before = (days: number, condition: (time: RawBuilder<Date>) => RawBuilder<boolean>) =>
  days === 0 ? undefined : condition(sql<Date>`(clock_timestamp() - make_interval(days => ${days}))`)

/** The day by UTC, as it was counted. */
const isPast = (time: RawBuilder<Date>) => sql<boolean>`insights_daily.day < (${time} at time zone 'utc')::date`

/** All that a learner owns goes with the row. */
const isUnseen = (time: RawBuilder<Date>) => sql<boolean>`
  users.last_seen_at < ${time} and users.updated_at < ${time}
  and not exists (select from user_preferences as own where own.user_id = users.id and own.updated_at >= ${time})
  and not exists (select from feedback as own where own.user_id = users.id and own.updated_at >= ${time})`

/** A lease, or the memory of a rejection, that has not run out keeps its row. */
const isUnread = (time: RawBuilder<Date>) => sql<boolean>`
  personalized_content_cache.last_read_at < ${time} and personalized_content_cache.created_at < ${time}
  and coalesce(personalized_content_cache.lease_until < clock_timestamp(), true)`

/** A lesson's current version always stays: readers and builds ask for it. */
const isUngiven = (time: RawBuilder<Date>) => sql<boolean>`
  lessons.published_at < ${time}
  and exists (select from lessons as later where later.slug = lessons.slug and later.published_at > lessons.published_at)
  and not exists (select from learner_lessons as given
    where given.lesson_slug = lessons.slug and given.content_hash = lessons.content_hash and given.last_read_at >= ${time})`
