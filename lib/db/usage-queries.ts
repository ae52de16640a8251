import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import type { Database } from './database.ts'

const pastUsageSchema = v.array(
  v.object({
    language: v.string(),
    note: v.boolean(),
    rewrites: v.number(),
    /** Words of the author's text. */
    words: v.number(),
    attempts: v.number(),
    input: v.number(),
    cachedInput: v.number(),
    output: v.number(),
  }),
)
/** Tokens used by the stored rewrites of a recipe, by language, separately for sections and opening notes. */
export type PastUsage = v.InferOutput<typeof pastUsageSchema>

export async function findPastUsage(db: Kysely<Database>, recipe: string, noteId: string): Promise<PastUsage> {
  const { rows } = await sql`
    select proof ->> 'language' as language, section_id = ${noteId} as note, count(*)::int as rewrites,
      sum((proof -> 'words' ->> 'before')::int)::float8 as words, sum((proof ->> 'attempts')::int)::float8 as attempts,
      sum((usage ->> 'input_tokens')::int)::float8 as input,
      coalesce(sum((usage ->> 'cached_input_tokens')::int), 0)::float8 as "cachedInput",
      sum((usage ->> 'output_tokens')::int)::float8 as output
    from personalized_content_cache
    where state = 'ready' and recipe = ${recipe}
      and usage ->> 'input_tokens' is not null and usage ->> 'output_tokens' is not null
    group by 1, 2 order by 1, 2`.execute(db)
  return v.parse(pastUsageSchema, rows)
}

/** How many ready rewrites each of these sections has, by the section's hash. */
export async function countReadyOf(
  db: Kysely<Database>,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ content_hash: string; count: number }>`
    select content_hash, count(*)::int as count from personalized_content_cache
    where state = 'ready' and content_hash = any (${hashes}::text[]) group by content_hash`.execute(db)
  return new Map(rows.map(({ content_hash, count }) => [content_hash, count]))
}
