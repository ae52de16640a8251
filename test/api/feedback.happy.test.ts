import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { aRewriteKey } from '../support/a-rewrite-key.ts'
import { call } from '../support/call.ts'

const say = (learner: string, body: object): Promise<Response> =>
  call(feedback, 'POST /api/feedback', { body, headers: { 'x-user-id': learner } })

const storedBy = (learner: string) =>
  testDatabase()
    .selectFrom('feedback')
    .select(['rewrite_key', 'rating', 'reason'])
    .where('user_id', '=', learner)
    .execute()

test('POST /api/feedback stores what a learner says of a rewrite, and answers it', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  const said = { rewrite_key, rating: 'down', reason: 'too-hard' }
  const response = await say(learner, said)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual(said)
  expect(await storedBy(learner)).toEqual([said])
})

test('a rating needs no reason', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  expect(await (await say(learner, { rewrite_key, rating: 'up' })).json()).toEqual({
    rewrite_key,
    rating: 'up',
    reason: null,
  })
})

test('what was answered may be sent again as it was got', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  const answered = (await (await say(learner, { rewrite_key, rating: 'up' })).json()) as object
  const again = await say(learner, answered)
  expect([again.status, await again.json()]).toEqual([200, answered])
})

test.each(['too-simple', 'too-hard', 'unclear', 'wrong', 'other'])('"%s" is a reason', async (reason) => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  expect(await (await say(learner, { rewrite_key, rating: 'down', reason })).json()).toMatchObject({ reason })
})

test('the same rating sent twice is stored once', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  const said = { rewrite_key, rating: 'up' }
  const answers = [await (await say(learner, said)).json(), await (await say(learner, said)).json()]
  expect(answers[1]).toEqual(answers[0])
  expect(await storedBy(learner)).toHaveLength(1)
})

test('a second word replaces the first, its reason included', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  await say(learner, { rewrite_key, rating: 'down', reason: 'wrong' })
  await say(learner, { rewrite_key, rating: 'up' })
  expect(await storedBy(learner)).toEqual([{ rewrite_key, rating: 'up', reason: null }])
})

test('learners who read the same rewrite each have their say', async () => {
  const [mine, yours, rewrite_key] = await Promise.all([aLearner(), aLearner(), aRewriteKey()])
  await say(mine, { rewrite_key, rating: 'up' })
  await say(yours, { rewrite_key, rating: 'down', reason: 'unclear' })
  expect(await storedBy(mine)).toEqual([{ rewrite_key, rating: 'up', reason: null }])
  expect(await storedBy(yours)).toEqual([{ rewrite_key, rating: 'down', reason: 'unclear' }])
})
