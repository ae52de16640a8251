import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import type { Database } from './database.ts'
import { isForeignKeyViolation } from './foreign-key-violation.ts'
import { answersSchema } from '../profile/index.ts'
import { lessonSchema } from '../lesson/index.ts'
import { levels, type RewriteIdentity, variants } from '../contract/index.ts'
import { countReading, tokensUsedToday, underLimits } from './quota-queries.ts'
import { readLimits, usedKey, usedKeySchema, withScope } from './use-key.ts'
import { openAccount, type QuotaSubject } from '../quota/index.ts'
import { countInsights } from './insights-queries.ts'
import type { ReadingQuery } from './reading-query.ts'
import { rememberGiven } from './remember-given.ts'
import { storedRewriteSchema } from './stored-rewrite.ts'

const readerSchema = v.object({
  /** Whether the learner was here the day before. */
  known: v.boolean(),
  variant: v.picklist(variants),
  answers: v.nullable(answersSchema),
  profile_keys: v.nullable(
    v.object({
      prose: v.string(),
      'prose+code': v.string(),
      'prose+ai': v.string(),
      'prose+code+ai': v.string(),
      note: v.string(),
    }),
  ),
})

const identitySchema: v.GenericSchema<unknown, RewriteIdentity> = v.object({
  scope: v.literal('published'),
  sectionHash: v.string(),
  contextHash: v.string(),
  profileKey: v.string(),
  recipe: v.string(),
  level: v.picklist(levels),
  variant: v.picklist(variants),
})

/** A row of the cache with the parts of its key, so that nobody who finds it has to hash them again. */
const foundRewriteSchema = v.object({ ...storedRewriteSchema.entries, identity: identitySchema })
export type FoundRewrite = v.InferOutput<typeof foundRewriteSchema>

/** Reader, lesson (its first section is the opening note) and every cached rewrite of it for this reader. */
const readingSchema = v.object({
  reader: v.nullable(readerSchema),
  lesson: v.nullable(lessonSchema),
  rewrites: v.array(foundRewriteSchema),
  /** Key of the version that the learner is remembered to have been given; null when nothing was remembered. */
  remembered: v.nullable(v.string()),
  /** Tokens used today, bucket by bucket as the subject has them. */
  spent: v.array(v.number()),
  /** What the key allows that the request was sent with. */
  key: usedKeySchema,
  /** The bucket whose requests of the day are used up; null when none is. */
  full: v.nullable(v.string()),
})
export type Reading = Omit<v.InferOutput<typeof readingSchema>, 'key'> & {
  /** On whose account it went: the query's, as it holds for what is to be written. */
  readonly subject: QuotaSubject
}

/**
 * Everything a personalized lesson needs from the database, in one round trip, which also counts the request, and uses
 * the integrator's key if there is one: throws `too-many-requests` over the key's limit, `invalid-key` or `missing-scope`. With a key
 * that does not hold, nothing is counted but that. The rewrites are found by the parts of their key (section hash, context, profile key, recipe, level, variant), so that the key itself has
 * one definition, in TypeScript.
 */
export async function findReading(db: Kysely<Database>, query: ReadingQuery): Promise<Reading> {
  const reading = sql`
    with ${usedKey(query.subject)}, reader as (
      select users.id, users.variant, users.created_at < clock_timestamp() - interval '1 day' as known, to_jsonb(profile) as answers, profile.profile_keys
      from users left join user_preferences as profile on profile.user_id = users.id
      where users.id = ${query.userId} and (select holds from used_key)
    ), lesson as (
      select * from lessons
      where slug = ${query.slug} and content_hash = coalesce(${query.contentHash ?? null}::text, content_hash)
      order by published_at desc limit 1
    ), found as (
      select cache.*, sections.position, sections.section ->> 'id' as section
      from reader, lesson, jsonb_array_elements(lesson.sections) with ordinality as sections (section, position),
        lateral (select ${JSON.stringify(Object.fromEntries(query.choices))}::jsonb -> (sections.section ->> 'id') as choice) as chosen,
        personalized_content_cache as cache
      where cache.scope = 'published'
        and cache.content_hash = sections.section ->> 'hash'
        and cache.context_hash = lesson.context_hash
        and cache.preferences_hash = reader.profile_keys ->> (sections.section ->> 'facets')
        and cache.recipe = ${query.recipe}
        and cache.level = coalesce(chosen.choice ->> 'level', ${query.level})
        and cache.variant = coalesce((chosen.choice ->> 'variant')::smallint, reader.variant)
    ), ${rememberGiven(query)}
    select
      (select to_jsonb(reader) from reader) as reader,
      (select to_jsonb(lesson) from lesson) as lesson,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'key', found.key, 'state', found.state, 'heading', found.heading, 'content', found.content,
          'proof', found.proof, 'failure_reason', found.failure_reason, 'verifier_version', found.verifier_version, 'created_at', found.created_at,
          'held', coalesce(found.lease_until > clock_timestamp(), false),
          'identity', jsonb_build_object('scope', found.scope, 'sectionHash', found.content_hash,
            'contextHash', found.context_hash, 'profileKey', found.preferences_hash,
            'recipe', found.recipe, 'level', found.level, 'variant', found.variant)))
        from found
      ), '[]') as rewrites,
      (select version_key from known) as remembered,
      ${tokensUsedToday(query.subject)} as spent,
      (select to_jsonb(used_key) from used_key) as key,
      case when (select holds from used_key)
        then ${countInsights(query.observations, countReading(query.subject, sql`exists (select from reader)`))} end as full`
  const ask = () => underLimits(withScope(reading.execute(db), query.subject.key), query.subject)
  const { rows } = await ask().catch((error: unknown) => {
    // The learner was erased or swept out in this very moment: asked again, there is none.
    if (isForeignKeyViolation(error)) return ask()
    throw error
  })
  const { key, ...found } = v.parse(readingSchema, rows[0])
  const facts = { keyLimits: readLimits(key), known: found.reader?.known ?? false, full: found.full }
  return { ...found, subject: openAccount(query.subject, facts) }
}
