import { sql, type Kysely } from 'kysely'
import type { Database } from './database.ts'
import { feedbackReasons } from '../profile/index.ts'
import type { CountedRow, Days, FeedbackRow, LessonNames, StoredInsights } from '../insights/index.ts'

/** Reads all data that the insights are built from, in four parallel statements. */
export async function readInsights(db: Kysely<Database>, days: Days): Promise<StoredInsights> {
  const [counted, learners, readers, feedback] = await Promise.all([
    findCounted(db, days),
    findNewLearners(db, days),
    countReaders(db, days),
    findFeedback(db, days),
  ])
  return { counted, newLearners: new Map(learners.map(({ day, learners: made }) => [day, made])), readers, feedback }
}

async function findCounted(db: Kysely<Database>, { since, today }: Days): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    select day::text, measure, label, amount::float8 from insights_daily
    where day between ${since}::date and ${today}::date`.execute(db)
  return rows
}

async function findNewLearners(db: Kysely<Database>, { since }: Days): Promise<{ day: string; learners: number }[]> {
  const { rows } = await sql<{ day: string; learners: number }>`
    select (created_at at time zone 'UTC')::date::text as day, count(*)::int as learners from users
    where created_at >= ${since}::date::timestamp at time zone 'UTC' group by 1`.execute(db)
  return rows
}

async function countReaders(db: Kysely<Database>, { since }: Days): Promise<number> {
  const { rows } = await sql<{ readers: number }>`
    select count(distinct user_id)::int as readers from learner_lessons
    where last_read_at >= ${since}::date::timestamp at time zone 'UTC'`.execute(db)
  return rows[0]?.readers ?? 0
}

async function findFeedback(db: Kysely<Database>, { since }: Days): Promise<FeedbackRow[]> {
  const reasons = sql.join(
    feedbackReasons.flatMap((reason) => [sql.lit(reason), sql`count(*) filter (where reason = ${sql.lit(reason)})`]),
  )
  const { rows } = await sql<FeedbackRow>`
    select cache.lesson_slug as lesson, cache.section_id as section,
      count(*) filter (where rating = 'up')::int as up, count(*) filter (where rating = 'down')::int as down,
      jsonb_build_object(${reasons}) as reasons
    from feedback join personalized_content_cache as cache on cache.key = feedback.rewrite_key
    where cache.scope = 'published' and feedback.updated_at >= ${since}::date::timestamp at time zone 'UTC'
    group by 1, 2`.execute(db)
  return rows
}

export async function findLessonNames(
  db: Kysely<Database>,
  slugs: readonly string[],
): Promise<ReadonlyMap<string, LessonNames>> {
  if (slugs.length === 0) return new Map()
  const { rows } = await sql<LessonNames & { slug: string }>`
    select distinct on (slug) slug, title, (
      select jsonb_object_agg(section ->> 'id', section -> 'heading' ->> 'text')
      from jsonb_array_elements(sections) as section) as headings
    from lessons where slug = any (${[...slugs]}::text[]) order by slug, published_at desc`.execute(db)
  return new Map(rows.map((row) => [row.slug, row]))
}
