import { sql } from 'kysely'
import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import user from '../../api/user/[user_id].ts'
import exportUser from '../../api/user/[user_id]/export.ts'
import createUser from '../../api/user/create.ts'
import { storeGivenVersion } from '../../lib/db/learner-lesson-queries.ts'
import type { ExportAnswer } from '../../lib/contract/answers.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { readLesson } from '../support/read-lesson.ts'

const erase = (learner: string): Promise<Response> => call(user, `DELETE /api/user/${learner}`)
const askForData = (learner: string): Promise<Response> => call(exportUser, `GET /api/user/${learner}/export`)

/** A learner who has read a lesson and said something of one rewrite. */
async function aReadingLearner() {
  aModel('echo')
  const [learner, { slug }] = await Promise.all([aLearner(), aLesson()])
  const lesson = await readLesson(learner, { lesson_slug: slug })
  const rewrite_key = lesson.sections.find(({ key }) => key !== null)?.key ?? ''
  const body = { rewrite_key, rating: 'down', reason: 'unclear' }
  const { status } = await call(feedback, 'POST /api/feedback', { body, headers: { 'x-user-id': learner } })
  expect(status).toBe(200)
  return { learner, slug, lesson, rewrite_key }
}

test('GET …/export answers all that is stored about a learner, as a file that no cache stores', async () => {
  const { learner, slug, lesson, rewrite_key } = await aReadingLearner()
  const response = await askForData(learner)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="palimpsest.json"')
  const data = (await response.json()) as ExportAnswer
  expect(data).toMatchObject({
    user: { id: learner, onboarding_completed: true, variant: 0 },
    preferences: someAnswers,
    lessons: [{ lesson_slug: slug, content_hash: lesson.lesson.content_hash, version_key: lesson.lesson.key }],
    feedback: [{ rewrite_key, rating: 'down', reason: 'unclear' }],
  })
  for (const time of [data.user.created_at, data.lessons[0]?.first_read_at, data.feedback[0]?.created_at])
    expect(Date.parse(time ?? '')).toBeGreaterThan(0)
})

test('GET …/export of a learner who has only been created has nothing else in it', async () => {
  const user_id = crypto.randomUUID()
  await call(createUser, 'POST /api/user/create', { body: { user_id } })
  const data: unknown = await (await askForData(user_id)).json()
  expect(data).toMatchObject({ user: { id: user_id }, preferences: null, lessons: [], feedback: [] })
})

test('DELETE /api/user/{user_id} erases every row that names the learner, and says how many', async () => {
  const { learner } = await aReadingLearner()
  const response = await erase(learner)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ erased: { preferences: 1, lessons: 1, feedback: 1 } })
  await expectProblem(await call(user, `GET /api/user/${learner}`), 'user-not-found')
  await expectProblem(await askForData(learner), 'user-not-found')
  expect(await findNamed(learner)).toEqual([])
})

test('DELETE of an erased learner answers 404, and the id can be created anew with nothing of before', async () => {
  const { learner } = await aReadingLearner()
  await erase(learner)
  await expectProblem(await erase(learner), 'user-not-found')
  await call(createUser, 'POST /api/user/create', { body: { user_id: learner } })
  const data: unknown = await (await askForData(learner)).json()
  expect(data).toMatchObject({ preferences: null, lessons: [], feedback: [] })
})

test('DELETE takes nothing from others: the rewrites stay, and so does every other learner', async () => {
  const { learner, slug, lesson } = await aReadingLearner()
  const other = await aLearner()
  await readLesson(other, { lesson_slug: slug })
  await erase(learner)
  const again = await readLesson(other, { lesson_slug: slug })
  expect(again).toMatchObject({ cached: true, lesson: { key: lesson.lesson.key } })
  const data = (await (await askForData(other)).json()) as ExportAnswer
  expect(data.lessons).toHaveLength(1)
})

test('DELETE and export refuse what is no UUID', async () => {
  await expectProblem(await erase('everyone'), 'invalid-user-id')
  await expectProblem(await askForData('%27%3B--'), 'invalid-user-id')
})

test('both work without the id in the address: “me” is the learner of the header', async () => {
  const { learner } = await aReadingLearner()
  const headers = { 'x-user-id': learner }
  const byId: unknown = await (await askForData(learner)).json()
  const exported = await call(exportUser, 'GET /api/user/me/export', { headers })
  expect(exported.headers.get('content-disposition')).toBe('attachment; filename="palimpsest.json"')
  expect(await exported.json()).toEqual(byId)
  const erased = await call(user, 'DELETE /api/user/me', { headers })
  expect([erased.status, await erased.json()]).toEqual([200, { erased: { preferences: 1, lessons: 1, feedback: 1 } }])
  expect(await findNamed(learner)).toEqual([])
  await expectProblem(await call(user, 'DELETE /api/user/me', { headers }), 'user-not-found')
})

test('“me” without the header, or with one that names nobody, is refused', async () => {
  await expectProblem(await call(exportUser, 'GET /api/user/me/export'), 'missing-user-id')
  await expectProblem(await call(user, 'DELETE /api/user/me'), 'missing-user-id')
  const headers = { 'x-user-id': 'me' }
  await expectProblem(await call(exportUser, 'GET /api/user/me/export', { headers }), 'invalid-user-id')
  await expectProblem(await call(user, 'DELETE /api/user/me', { headers }), 'invalid-user-id')
})

/** The tables with a row in which the id stands anywhere. */
async function findNamed(id: string): Promise<string[]> {
  const db = testDatabase()
  const tables = (await db.introspection.getTables()).map(({ name }) => name)
  const found = await Promise.all(
    tables.map(async (name) => {
      const { rows } =
        await sql`select 1 from ${sql.table(name)} stored where to_jsonb(stored)::text like ${`%${id}%`}`.execute(db)
      return rows.length > 0 ? [name] : []
    }),
  )
  expect(tables).toContain('users')
  return found.flat()
}

test('of a learner who was erased while a lesson was written for them nothing is remembered, and that is no failure', async () => {
  const { learner, slug, lesson } = await aReadingLearner()
  await erase(learner)
  const { key: versionKey, content_hash: contentHash } = lesson.lesson
  await storeGivenVersion(testDatabase(), { userId: learner, slug, contentHash, versionKey, keys: [], accepted: [] })
  const { rows } = await sql`select from learner_lessons where user_id = ${learner}`.execute(testDatabase())
  expect(rows).toEqual([])
})
