import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/**
 * Whose text a rewrite was made from, and what else of the lesson its writer saw: both belong to its key. What was stored before
 * has the scope `unknown`: it may have been written in anybody's context, so nothing reads it, and sweeping takes it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table lessons add column context_hash text not null default '' check (context_hash ~ '^([0-9a-f]{64})?$')`.execute(
    db,
  )
  await hashContexts(db)
  await sql`alter table personalized_content_cache
    add column scope text not null default 'unknown' check (scope ~ '^(published|unknown|integrator:.+)$'),
    add column context_hash text not null default '' check (context_hash ~ '^([0-9a-f]{64})?$')`.execute(db)
  await sql`drop index personalized_content_cache_lookup`.execute(db)
  await sql`create index personalized_content_cache_lookup
    on personalized_content_cache (content_hash, preferences_hash, context_hash, recipe, dial, take)
    where scope = 'published'`.execute(db)
}

/** What was written in any scope goes: the key of before cannot tell scopes apart. */
export async function down(db: Kysely<never>): Promise<void> {
  await sql`delete from personalized_content_cache`.execute(db)
  await sql`drop index personalized_content_cache_lookup`.execute(db)
  await sql`alter table personalized_content_cache drop column scope, drop column context_hash`.execute(db)
  await sql`create index personalized_content_cache_lookup
    on personalized_content_cache (content_hash, preferences_hash, recipe, dial, take)`.execute(db)
  await sql`alter table lessons drop column context_hash`.execute(db)
}

interface LessonRow {
  readonly slug: string
  readonly content_hash: string
  readonly title: string
  readonly language: string
  readonly glossary: readonly {
    readonly term: string
    readonly aliases: readonly string[]
    readonly plain: Readonly<Record<string, string>>
    readonly comparison: Readonly<Record<string, string>>
  }[]
}

/** Lessons that are published already, as the build hashes them from now on. */
async function hashContexts(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<LessonRow>`
    select slug, content_hash, title, language, glossary from lessons`.execute(db)
  for (const { slug, content_hash, title, language, glossary } of rows) {
    const terms = glossary.map(({ term, aliases, plain, comparison }) => [
      term,
      aliases,
      listTexts(plain),
      listTexts(comparison),
    ])
    const context = createHash('sha256')
      .update(JSON.stringify([title, language, terms]))
      .digest('hex')
    await sql`update lessons set context_hash = ${context}
      where slug = ${slug} and content_hash = ${content_hash}`.execute(db)
  }
}

const listTexts = (texts: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(texts).toSorted(([one], [other]) => (one < other ? -1 : 1))
