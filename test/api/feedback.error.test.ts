import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { aRewriteKey } from '../support/a-rewrite-key.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { readLesson } from '../support/read-lesson.ts'

const say = (learner: string, body: object): Promise<Response> =>
  call(feedback, 'POST /api/feedback', { body, headers: { 'x-user-id': learner } })
const key = 'a'.repeat(64)

test('POST /api/feedback answers 404 for a learner that does not exist, and stores nothing', async () => {
  const [learner, rewrite_key] = [crypto.randomUUID(), await aRewriteKey()]
  const { message } = await expectProblem(await say(learner, { rewrite_key, rating: 'up' }), 'user-not-found')
  expect(message).toContain(learner)
})

test('POST /api/feedback answers 404 for a rewrite that does not exist, and names its key', async () => {
  const { message } = await expectProblem(
    await say(await aLearner(), { rewrite_key: key, rating: 'up' }),
    'rewrite-not-found',
  )
  expect(message).toContain(key)
})

test('a rewrite that is being written, or was rejected, can not be rated', async () => {
  const [learner, rewrite_key] = await Promise.all([aLearner(), aRewriteKey()])
  await testDatabase()
    .updateTable('personalized_content_cache')
    .set({ state: 'writing', content: null, lease_token: crypto.randomUUID(), lease_until: new Date() })
    .where('key', '=', rewrite_key)
    .execute()
  await expectProblem(await say(learner, { rewrite_key, rating: 'up' }), 'rewrite-not-found')
  aModel('never-mends')
  const lesson = await aLesson()
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  expect(sections).toMatchObject([{ source: 'original', key: expect.any(String) }])
  const rejected = { rewrite_key: sections[0]?.key, rating: 'down' }
  await expectProblem(await say(learner, rejected), 'rewrite-not-found')
})

test('POST /api/feedback answers 400 without the header X-User-ID, and for one that is not a UUID', async () => {
  const body = { rewrite_key: key, rating: 'up' }
  await expectProblem(await call(feedback, 'POST /api/feedback', { body }), 'missing-user-id')
  const { error } = await expectProblem(await say('me', body), 'invalid-user-id')
  expect(error).toBe('invalid-user-id')
})

test.each([
  ['rewrite_key', undefined, 'Missing; wanted string.'],
  ['rewrite_key', key.slice(1), 'Wanted 64 hexadecimal digits'],
  ['rewrite_key', key.toUpperCase(), 'Wanted 64 hexadecimal digits'],
  ['rewrite_key', null, 'wanted string'],
  ['rating', undefined, 'Missing; wanted "up" or "down".'],
  ['rating', 'sideways', 'Got "sideways"; wanted "up" or "down".'],
  ['rating', 1, 'Got 1; wanted "up" or "down".'],
  ['reason', 'it is boring', 'wanted "too-simple" or "too-hard" or "unclear" or "wrong" or "other".'],
  ['text', 'free words', 'Unknown field.'],
])('POST /api/feedback refuses %s: %j, and says what is wanted', async (field, value, wanted) => {
  const response = await say(crypto.randomUUID(), { rewrite_key: key, rating: 'up', [field]: value })
  const { detail } = await expectProblem(response, 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: expect.stringContaining(wanted) }] })
})
