import { expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { readLesson } from '../support/read-lesson.ts'

const get = (key: string): Promise<Response> => call(rewrites, `GET /api/rewrites/${key}`)

test('GET /api/rewrites/{key} answers 404, never to be stored, for a key that nobody has read', async () => {
  const key = 'a'.repeat(64)
  const { message } = await expectProblem(await get(key), 'rewrite-not-found')
  expect(message).toContain(key)
})

test.each(['short', 'A'.repeat(64), 'g'.repeat(64), `${'a'.repeat(64)}'--`, '%00', '%E0%A4%A'])(
  'GET /api/rewrites/%s answers 404: not a key',
  async (key) => {
    expect(await expectProblem(await get(key), 'rewrite-not-found')).toMatchObject({ error: 'rewrite-not-found' })
  },
)

test('GET /api/rewrites/{key}?missing=204 answers a wrong guess with 204, never to be stored', async () => {
  for (const key of ['a'.repeat(64), 'short']) {
    const response = await call(rewrites, `GET /api/rewrites/${key}?form=slots&missing=204`)
    expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
      204,
      'no-store',
      '',
    ])
  }
  const refused = await call(rewrites, `GET /api/rewrites/${'a'.repeat(64)}?missing=200`)
  const { message } = await expectProblem(refused, 'invalid-request')
  expect(message).toBe('"missing": Got "200"; wanted "404" or "204".')
})

test('GET /api/rewrites/{key} refuses a form that there is not', async () => {
  const response = await call(rewrites, `GET /api/rewrites/${'a'.repeat(64)}?form=html`)
  const { message } = await expectProblem(response, 'invalid-request')
  expect(message).toBe('"form": Got "html"; wanted "markdown" or "slots".')
})

test.each([
  ['stops-early', 4],
  ['refuses', 4],
  ['silent', 4],
  ['fails', 4],
  ['never-mends', 0],
  ['chats', 0],
])('a lesson that the model "%s" did not finish has no shared version', async (script, failedCalls) => {
  aModel(script)
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  await expectProblem(await get(version.key), 'rewrite-not-found')
  expect(version.key).toMatch(/^[0-9a-f]{64}$/)
  expect(takeLoggedErrors().map(({ event }) => event)).toEqual(Array(failedCalls).fill('model-failed'))
})

test('a lesson of which only some sections were read has no shared version', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  await expectProblem(await get(version.key), 'rewrite-not-found')
  expect(version.key).toMatch(/^[0-9a-f]{64}$/)
})

test('a version that lost one of its rewrites is not shown without it', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect((await get(version.key)).status).toBe(200)
  await testDatabase()
    .deleteFrom('personalized_content_cache')
    .where('model', '=', model)
    .where('section_id', '=', 'torque')
    .execute()
  await expectProblem(await get(version.key), 'rewrite-not-found')
})

test('rewrites that an older verifier accepted are shown again once a reader has had them judged anew', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  await testDatabase()
    .updateTable('personalized_content_cache')
    .set({ verifier_version: 0 })
    .where('model', '=', model)
    .execute()
  await expectProblem(await get(version.key), 'rewrite-not-found')
  expect(await readLesson(learner, { lesson_slug: lesson.slug })).toMatchObject({ cached: true })
  expect((await get(version.key)).status).toBe(200)
})

test('a locked lesson has no shared version: there is no rewrite of it', async () => {
  aModel('echo')
  const file = '---\npalimpsest: lock\n---\n\nThis text stands as its author wrote it, and nobody changes a word.'
  const [learner, lesson] = await Promise.all([aLearner(), aLesson({ file })])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  await expectProblem(await get(version.key), 'rewrite-not-found')
  expect(version.key).toMatch(/^[0-9a-f]{64}$/)
})
