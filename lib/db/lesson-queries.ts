import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import { type Lesson, lessonSchema } from '../lesson/index.ts'
import type { Database } from './database.ts'

const lessonsSchema = v.array(lessonSchema)

/** Lessons per statement: few enough for one response. */
const lessonsAtATime = 25

/** The current version of every lesson, by slug, as readers get it, with the opening note as its first section. */
export async function findCurrentLessons(db: Kysely<Database>): Promise<Lesson[]> {
  const lessons: Lesson[] = []
  for (let more = true; more;) {
    const { rows } = await sql`
      select distinct on (slug) * from lessons where slug > ${lessons.at(-1)?.slug ?? ''}
      order by slug, published_at desc limit ${lessonsAtATime}`.execute(db)
    lessons.push(...v.parse(lessonsSchema, rows))
    more = rows.length === lessonsAtATime
  }
  return lessons
}

/** Every published version of one lesson, the current one first. */
export async function findVersionsOf(db: Kysely<Database>, slug: string): Promise<Lesson[]> {
  const rows = await db
    .selectFrom('lessons')
    .selectAll()
    .where('slug', '=', slug)
    .orderBy('published_at', 'desc')
    .execute()
  return v.parse(lessonsSchema, rows)
}

/** The first of these slugs that is published; undefined if none is. */
export async function findPublishedSlug(db: Kysely<Database>, slugs: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ slug: string }>`
    select slug from unnest(${slugs}::text[]) with ordinality as meant (slug, place)
    where exists (select from lessons where lessons.slug = meant.slug) order by place limit 1`.execute(db)
  return rows[0]?.slug
}
