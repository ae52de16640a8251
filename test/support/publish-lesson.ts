import type { Kysely } from 'kysely'
import type { Database } from '../../lib/db/database.ts'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { lessonFile } from './lesson-file.ts'

/** Publishes the small lesson in this database, under a slug of its own. */
export async function publishLesson(db: Kysely<Database>): Promise<Lesson> {
  const lesson = await parseLesson({ slug: `test/${crypto.randomUUID()}`, file: lessonFile, language: 'en' })
  await publishLessons({ db }, { version: 1, lessons: [lesson] })
  return lesson
}
