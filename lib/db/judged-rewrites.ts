import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import type { Database } from './database.ts'
import { levels, variants } from '../contract/index.ts'

const readyRewritesSchema = v.array(
  v.object({
    key: v.string(),
    lesson_slug: v.string(),
    section_id: v.string(),
    content_hash: v.string(),
    context_hash: v.string(),
    level: v.picklist(levels),
    variant: v.picklist(variants),
    language: v.string(),
    heading: v.nullable(v.string()),
    content: v.string(),
  }),
)
export type ReadyRewrite = v.InferOutput<typeof readyRewritesSchema>[number]

/** A page of the cache begins after this row. */
export type PageStart = Pick<ReadyRewrite, 'lesson_slug' | 'key'>

export async function countReady(db: Kysely<Database>): Promise<number> {
  const { count } = await db
    .selectFrom('personalized_content_cache')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('state', '=', 'ready')
    .where('scope', '=', 'published')
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * The next page of ready rewrites of published lessons, lesson by lesson. Integrators' are left out: their source text
 * is not stored, so they cannot be judged again.
 */
export async function findReady(
  db: Kysely<Database>,
  { after, max }: { readonly after: PageStart; readonly max: number },
): Promise<ReadyRewrite[]> {
  const { rows } = await sql`
    select key, lesson_slug, section_id, content_hash, context_hash, level, variant, proof ->> 'language' as language, heading, content
    from personalized_content_cache
    where state = 'ready' and scope = 'published' and (lesson_slug, key) > (${after.lesson_slug}, ${after.key})
    order by lesson_slug, key limit ${max}`.execute(db)
  return v.parse(readyRewritesSchema, rows)
}

/** Deletes rewrites that still have the judged text; returns how many. One that was rewritten meanwhile stays. */
export async function dropRewrites(db: Kysely<Database>, rewrites: readonly ReadyRewrite[]): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from personalized_content_cache as cache
    using unnest(${rewrites.map(({ key }) => key)}::text[], ${rewrites.map(({ content }) => content)}::text[]) as judged (key, content)
    where cache.key = judged.key and cache.state = 'ready' and cache.content = judged.content`.execute(db)
  return Number(numAffectedRows)
}
