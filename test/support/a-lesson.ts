import { inject } from 'vitest'
import { createDatabase } from '../../lib/db/create-database.ts'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { glossary } from './glossary.ts'
import { lessonFile } from './lesson-file.ts'

/** A slug that no other test has. */
export const aSlug = (): string => `test/${crypto.randomUUID()}`

/** Publishes a lesson under a slug of its own. */
export async function aLesson({ slug = aSlug(), file = lessonFile } = {}): Promise<Lesson> {
  const lesson = await parseLesson({ slug, file, language: 'en', glossary })
  await publishLessons({ db: testDatabase() }, { version: 1, lessons: [lesson] })
  return lesson
}

export const testDatabase = () =>
  createDatabase({ connectionString: inject('connectionString'), fetchEndpoint: inject('fetchEndpoint') })
