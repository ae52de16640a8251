import { expect, test } from 'vitest'
import preferences from '../../api/user/preferences.ts'
import rewrites from '../../api/rewrites/[key].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

const timed = /^db;dur=[\d.]+;desc="1 statement", json;dur=[\d.]+, app;dur=[\d.]+, total;dur=[\d.]+$/

test('an answer about one learner says in Server-Timing where its time went, with the statements counted', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': learner } })
  expect(answer.headers.get('server-timing')).toMatch(timed)
  await readLesson(learner, { lesson_slug: lesson.slug })
  const cached = await askForLesson(learner, { lesson_slug: lesson.slug })
  expect(cached.headers.get('server-timing')).toMatch(timed)
})

test('a refusal says it as well, with the statements that were made until then, none or one', async () => {
  const before = await call(preferences, 'GET /api/user/preferences')
  expect([before.status, before.headers.get('server-timing')]).toEqual([400, expect.stringContaining('"0 statements"')])
  const headers = { 'x-user-id': crypto.randomUUID() }
  const after = await call(preferences, 'GET /api/user/preferences', { headers })
  expect([after.status, after.headers.get('server-timing')]).toEqual([404, expect.stringMatching(timed)])
  const wrongMethod = await call(preferences, 'DELETE /api/user/preferences')
  expect([wrongMethod.status, wrongMethod.headers.get('server-timing')]).toEqual([405, expect.any(String)])
  process.env['DATABASE_URL'] = ''
  const unset = await call(preferences, 'GET /api/user/preferences', { headers })
  expect([unset.status, unset.headers.get('server-timing')]).toEqual([503, expect.any(String)])
})

test('an answer that caches store has no Server-Timing', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { lesson: given } = await readLesson(learner, { lesson_slug: lesson.slug })
  const cached = await call(rewrites, `GET /api/rewrites/${given.key}`)
  expect(cached.status).toBe(200)
  expect(cached.headers.has('server-timing')).toBe(false)
})
