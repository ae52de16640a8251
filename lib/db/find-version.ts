import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import type { Database } from './database.ts'
import { lessonSchema } from '../lesson/index.ts'
import { levels, proofSchema, variants, verifierVersion } from '../contract/index.ts'

const rewriteSchema = v.object({
  key: v.string(),
  /** Hash of the section that was rewritten. */
  content_hash: v.string(),
  recipe: v.string(),
  level: v.picklist(levels),
  variant: v.picklist(variants),
  heading: v.nullable(v.string()),
  content: v.string(),
  proof: proofSchema,
  created_at: v.string(),
})
const versionSchema = v.object({
  lesson: lessonSchema,
  /** In reading order, one for each rewritten section; at least one. */
  rewrites: v.tupleWithRest([rewriteSchema], rewriteSchema),
})
export type LessonVersion = v.InferOutput<typeof versionSchema>

/**
 * A finished version of a lesson by its key: the lesson and all its rewrites. Undefined unless all of them exist and
 * are accepted by the current verifier. One round trip.
 */
export async function findVersion(db: Kysely<Database>, versionKey: string): Promise<LessonVersion | undefined> {
  const { rows } = await sql`
    with given as (
      select lesson_slug, content_hash, keys from learner_lessons where version_key = ${versionKey} limit 1
    )
    select
      to_jsonb(lesson) as lesson,
      (select jsonb_agg(to_jsonb(cache) order by wanted.position)
        from unnest(given.keys) with ordinality as wanted (key, position)
        join personalized_content_cache as cache on cache.key = wanted.key
        where cache.scope = 'published' and cache.state = 'ready' and cache.verifier_version = ${verifierVersion}) as rewrites,
      cardinality(given.keys) as wanted
    from given join lessons as lesson on lesson.slug = given.lesson_slug and lesson.content_hash = given.content_hash
  `.execute(db)
  const [row] = rows as readonly { rewrites: unknown[] | null; wanted: number }[]
  if (!row || (row.rewrites?.length ?? 0) < row.wanted || row.wanted === 0) return undefined
  return v.parse(versionSchema, row)
}
