import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { aRewriteKey } from '../support/a-rewrite-key.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

const say = (learner: string, body: object): Promise<Response> =>
  call(feedback, 'POST /api/feedback', { body, headers: { 'x-user-id': learner } })
const takeBack = (learner: string, body: object): Promise<Response> =>
  call(feedback, 'DELETE /api/feedback', { body, headers: { 'x-user-id': learner } })

const storedOf = (rewrite: string) =>
  testDatabase().selectFrom('feedback').select(['user_id', 'rating']).where('rewrite_key', '=', rewrite).execute()

test('DELETE /api/feedback takes back what this learner said, and no one else’s', async () => {
  const [mine, yours, rewrite_key] = await Promise.all([aLearner(), aLearner(), aRewriteKey()])
  await say(mine, { rewrite_key, rating: 'down', reason: 'wrong' })
  await say(yours, { rewrite_key, rating: 'up' })
  const response = await takeBack(mine, { rewrite_key })
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ deleted_count: 1 })
  expect(await storedOf(rewrite_key)).toEqual([{ user_id: yours, rating: 'up' }])
})

test('DELETE /api/feedback twice, or where nothing was said, takes back nothing', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  await say(learner, { rewrite_key, rating: 'up' })
  await takeBack(learner, { rewrite_key })
  expect(await (await takeBack(learner, { rewrite_key })).json()).toEqual({ deleted_count: 0 })
  expect(await (await takeBack(crypto.randomUUID(), { rewrite_key })).json()).toEqual({ deleted_count: 0 })
})

test('what was taken back can be said again', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  await say(learner, { rewrite_key, rating: 'up' })
  await takeBack(learner, { rewrite_key })
  await say(learner, { rewrite_key, rating: 'down' })
  expect(await storedOf(rewrite_key)).toEqual([{ user_id: learner, rating: 'down' }])
})

test.each([
  [{}, 'rewrite_key'],
  [{ rewrite_key: 'x' }, 'rewrite_key'],
  [{ rewrite_key: 'a'.repeat(64), rating: 'up' }, 'rating'],
])('DELETE /api/feedback refuses %j and names %s', async (body, field) => {
  const { detail } = await expectProblem(await takeBack(crypto.randomUUID(), body), 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: expect.any(String) }] })
})

test('DELETE /api/feedback answers 400 without the header X-User-ID', async () => {
  const body = { rewrite_key: 'a'.repeat(64) }
  const { error } = await expectProblem(await call(feedback, 'DELETE /api/feedback', { body }), 'missing-user-id')
  expect(error).toBe('missing-user-id')
})
