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
  /** Whether the learner was here before today. */
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

/** A row of the cache with the parts of its key, so that callers need not hash them again. */
const foundRewriteSchema = v.object({ ...storedRewriteSchema.entries, identity: identitySchema })
export type FoundRewrite = v.InferOutput<typeof foundRewriteSchema>

/** The reader, the lesson (its first section is the opening note) and every cached rewrite of it for this reader. */
const readingSchema = v.object({
  reader: v.nullable(readerSchema),
  lesson: v.nullable(lessonSchema),
  rewrites: v.array(foundRewriteSchema),
  /** Key of the version that was recorded as given to the learner; null when nothing was recorded. */
  remembered: v.nullable(v.string()),
  /** Tokens used today, in the order of the subject's buckets. */
  spent: v.array(v.number()),
  /** Limits of the request's key. */
  key: usedKeySchema,
  /** The bucket that has no requests left today; null if all have some. */
  full: v.nullable(v.string()),
})
export type Reading = Omit<v.InferOutput<typeof readingSchema>, 'key'> & {
  /** The subject to charge writing to: the query's, as `openAccount` adjusts it. */
  readonly subject: QuotaSubject
}

/**
 * Reads everything a personalized lesson needs, in one round trip that also counts the request and uses the
 * integrator's key, if there is one. Throws `too-many-requests` over the key's limit, `invalid-key` or `missing-scope`;
 * with an invalid key only that attempt is counted. Rewrites are found by the parts of their key (section hash,
 * context, profile key, recipe, level, variant), so that the key itself is only defined in TypeScript.
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
    // The learner was deleted while the statement ran; asked again, there is none.
    if (isForeignKeyViolation(error)) return ask()
    throw error
  })
  const { key, ...found } = v.parse(readingSchema, rows[0])
  const facts = { keyLimits: readLimits(key), known: found.reader?.known ?? false, full: found.full }
  return { ...found, subject: openAccount(query.subject, facts) }
}
