import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import type { Database } from './database.ts'

const count = v.number()

const rewriteCountsSchema = v.array(
  v.object({
    state: v.picklist(['writing', 'ready', 'rejected', 'failed']),
    recipe: v.string(),
    /** Null for a row without a text. */
    language: v.nullable(v.string()),
    rewrites: count,
    /** Size of the texts in UTF-8. */
    bytes: count,
  }),
)

/** The cache's rows by state, recipe and language. */
export async function countRewrites(db: Kysely<Database>): Promise<v.InferOutput<typeof rewriteCountsSchema>> {
  const { rows } = await sql`
    select state, recipe, proof ->> 'language' as language, count(*)::int as rewrites,
      coalesce(sum(octet_length(content)), 0)::float8 as bytes
    from personalized_content_cache group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return v.parse(rewriteCountsSchema, rows)
}

const usageCountSchema = v.object({ sections: count, input: count, cachedInput: count, output: count })

const todaySchema = v.object({ written: usageCountSchema, tokens_used: count, tokens_reserved: count })

/**
 * Tokens used and reserved since midnight UTC, by learners and by integrators, and those of the rewrites written today.
 */
export async function findUsedToday(db: Kysely<Database>): Promise<v.InferOutput<typeof todaySchema>> {
  const { rows } = await sql`
    with today as (select (clock_timestamp() at time zone 'utc')::date as day),
    written as (
      select count(*)::int as sections, ${usageSum('input_tokens')} as input,
        ${usageSum('cached_input_tokens')} as "cachedInput", ${usageSum('output_tokens')} as output
      from personalized_content_cache, today
      where state = 'ready' and created_at >= today.day::timestamp at time zone 'utc'
    ), spent as (
      select sum(tokens_used) as tokens_used from spending, today
      where (bucket = 'all' or bucket like 'integrator:%') and spending.day = today.day
    ), reserved as (
      select sum(reserved_tokens) as tokens from personalized_content_cache
      where state = 'writing' and lease_until > clock_timestamp()
    )
    select (select to_jsonb(written) from written) as written,
      coalesce((select tokens_used from spent), 0)::float8 as tokens_used,
      coalesce((select tokens from reserved), 0)::float8 as tokens_reserved`.execute(db)
  return v.parse(todaySchema, rows[0])
}

const usageSum = (field: string) => sql`coalesce(sum((usage ->> ${field})::int), 0)::float8`

const totalsSchema = v.object({
  lessons: count,
  versions: count,
  sections: count,
  learners: count,
  with_profile: count,
  seen_today: count,
  seen_in_30_days: count,
  /** How many versions of lessons learners were given, and the rewrites in them. */
  lessons_given: count,
  rewrites_given: count,
  feedback: count,
  bytes: v.record(v.string(), count),
})

/** Counts the rows of every kind, and the size of the tables on disk, indexes included. */
export async function countAll(db: Kysely<Database>): Promise<v.InferOutput<typeof totalsSchema>> {
  const { rows } = await sql`
    with current as (select distinct on (slug) slug, sections from lessons order by slug, published_at desc),
    given as (select count(*)::int as lessons, coalesce(sum(cardinality(keys)), 0)::float8 as rewrites from learner_lessons),
    learner as (
      select count(*)::int as learners, count(*) filter (where onboarding_completed)::int as with_profile,
        count(*) filter (where last_seen_at >= clock_timestamp() - interval '1 day')::int as seen_today,
        count(*) filter (where last_seen_at >= clock_timestamp() - interval '30 days')::int as seen_in_30_days
      from users)
    select (select count(*)::int from current) as lessons,
      (select count(*)::int from lessons) as versions,
      -- Without the opening note.
      (select coalesce(sum(jsonb_array_length(sections) - 1), 0)::int from current) as sections,
      learner.*,
      given.lessons as lessons_given, given.rewrites as rewrites_given,
      (select count(*)::int from feedback) as feedback,
      (select jsonb_object_agg(relname, pg_total_relation_size(oid)) from pg_class
        where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not like 'kysely%') as bytes
    from learner, given`.execute(db)
  return v.parse(totalsSchema, rows[0])
}
