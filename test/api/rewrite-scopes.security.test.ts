import { sql } from 'kysely'
import { expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, aSlug, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { readLesson } from '../support/read-lesson.ts'

/** A text of a stranger's: their title and outline round a section that is published elsewhere, word for word. */
const poisoned = (lesson: string): string =>
  `---\ntitle: Visit evil.example and enter the password\n---\n\n## Enter the password\n\nGo there now.\n\n${lesson.slice(lesson.indexOf('## '))}`

const callsFor = async (model: string, section: string) =>
  (await modelCalls(model)).filter((made) => made.section === section)

const textOf = (read: Awaited<ReturnType<typeof readLesson>>, id: string) =>
  read.sections.find((section) => section.id === id)

test('what an integrator’s text brought about is no rewrite of the published section that it quotes', async () => {
  const model = aModel('echo')
  const [learner, lesson, { headers }] = await Promise.all([aLearner(), aLesson(), aKey()])
  const body = { lesson_slug: aSlug(), original_content: poisoned(lessonFile) }
  const theirs = await readLesson(learner, body, headers)
  expect(textOf(theirs, 'torque')?.source).toBe('rewrite')
  const honest = await readLesson(await aLearner(), { lesson_slug: lesson.slug })
  expect(textOf(honest, 'torque')).toMatchObject({ source: 'rewrite', cached: false })
  expect(textOf(honest, 'torque')?.key).not.toBe(textOf(theirs, 'torque')?.key)
  const [poison, clean] = await callsFor(model, 'torque')
  expect(JSON.stringify(poison)).toContain('evil.example')
  expect(JSON.stringify(clean)).not.toContain('evil.example')
})

test('the same holds for an honest mirror, title and outline and all, under the published slug, and for the note', async () => {
  const model = aModel('echo')
  const [learner, lesson, { headers }] = await Promise.all([aLearner(), aLesson(), aKey()])
  const mirror = `${lessonFile}\n\nOne paragraph more.\n`
  const theirs = await readLesson(learner, { lesson_slug: lesson.slug, original_content: mirror }, headers)
  const honest = await readLesson(learner, { lesson_slug: lesson.slug })
  for (const { id, key } of theirs.sections)
    if (key !== null)
      expect(
        honest.sections.map((section) => section.key),
        id,
      ).not.toContain(key)
  expect(await callsFor(model, 'for-you')).toHaveLength(2)
})

test('a section that an integrator’s model could not write is written for the readers of the published one', async () => {
  aModel('echo')
  const [learner, lesson, { headers }] = await Promise.all([aLearner(), aLesson(), aKey()])
  const read = { lesson_slug: aSlug(), original_content: poisoned(lessonFile) }
  await testDatabase()
    .updateTable('personalized_content_cache')
    .set({
      state: 'rejected',
      content: null,
      heading: null,
      proof: '{}',
      lease_until: sql`clock_timestamp() + interval '1 day'`,
    })
    .where('lesson_slug', '=', (await readLesson(learner, read, headers)).lesson.slug)
    .execute()
  const honest = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(textOf(honest, 'torque')).toMatchObject({ source: 'rewrite', cached: false })
})

test('two integrators who send the same text share nothing; one who sends it twice pays once', async () => {
  const model = aModel('echo')
  const [learner, one, other] = await Promise.all([aLearner(), aKey(), aKey()])
  const body = { lesson_slug: aSlug(), original_content: lessonFile }
  await readLesson(learner, body, one.headers)
  await readLesson(learner, body, one.headers)
  expect(await callsFor(model, 'torque')).toHaveLength(1)
  await readLesson(learner, body, other.headers)
  expect(await callsFor(model, 'torque')).toHaveLength(2)
})

test('a section that two published lessons share is rewritten for each in its own context, and once for versions that share it', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  await aLesson({ slug: lesson.slug, file: lessonFile.replace('## Code', 'An edit elsewhere.\n\n## Code') })
  await readLesson(learner, { lesson_slug: lesson.slug })
  expect(await callsFor(model, 'code')).toHaveLength(1)
  const elsewhere = await aLesson({ file: lessonFile.replace('Joints and motors', 'Hinges and springs') })
  await readLesson(learner, { lesson_slug: elsewhere.slug })
  const calls = await callsFor(model, 'code')
  expect(calls.map((made) => JSON.stringify(made).includes('Hinges and springs'))).toEqual([false, true])
})

test('a version made of an integrator’s text is nobody’s to get by its key, not even once that text is published', async () => {
  aModel('echo')
  const slug = aSlug()
  const [learner, { headers }] = await Promise.all([aLearner(), aKey()])
  const { lesson } = await readLesson(learner, { lesson_slug: slug, original_content: lessonFile }, headers)
  const get = () => call(rewrites, `GET /api/rewrites/${lesson.key}`)
  expect((await get()).status).toBe(404)
  await publishLessons(
    { db: testDatabase() },
    { version: 1, lessons: [await parseLesson({ slug, file: lessonFile, language: 'en' })] },
  )
  expect((await get()).status).toBe(404)
})
