import { sql, type Kysely } from 'kysely'
import { buildNoteSection, type Lesson, type LessonManifest } from '../lesson/index.ts'
import type { Database } from './database.ts'

/** How many lesson versions were new, and how many existed already. */
export interface Published {
  readonly added: number
  readonly unchanged: number
}

/**
 * Stores each lesson's version unless it is the current one; earlier versions stay. Publishing an older version again
 * makes it the current one. Idempotent, one statement per lesson.
 */
export async function publishLessons(
  { db }: { readonly db: Kysely<Database> },
  { lessons }: LessonManifest,
): Promise<Published> {
  let added = 0
  for (const lesson of lessons) if (await storeLesson(db, lesson)) added++
  return { added, unchanged: lessons.length - added }
}

/** True if the version was new, had changed front matter, or had been replaced by another one. */
async function storeLesson(db: Kysely<Database>, lesson: Lesson): Promise<boolean> {
  const { slug, content_hash, title, description, language, locked } = lesson
  const row = {
    context_hash: lesson.context_hash,
    title,
    description,
    language,
    locked,
    tags: [...lesson.tags],
    sections: JSON.stringify([await buildNoteSection(lesson), ...lesson.sections]),
    glossary: JSON.stringify(lesson.glossary),
  }
  const stored = await db
    .insertInto('lessons')
    .values({ slug, content_hash, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['slug', 'content_hash'])
        .doUpdateSet({ ...row, published_at: sql<Date>`clock_timestamp()` })
        .where(
          sql<boolean>`
            (lessons.context_hash, lessons.title, lessons.description, lessons.language, lessons.locked, lessons.tags, lessons.sections, lessons.glossary)
            is distinct from
            (excluded.context_hash, excluded.title, excluded.description, excluded.language, excluded.locked, excluded.tags, excluded.sections, excluded.glossary)
            or exists (select from lessons as later where later.slug = excluded.slug and later.published_at > lessons.published_at)`,
        ),
    )
    .returning('slug')
    .executeTakeFirst()
  return stored !== undefined
}
