import { expect, test } from 'vitest'
import feedback from '../../api/feedback.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { aRewriteKey } from '../support/a-rewrite-key.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

const say = (learner: string, body: unknown): Promise<Response> =>
  call(feedback, 'POST /api/feedback', { body, headers: { 'x-user-id': learner } })

test('a learner who changes a rating changes no one else’s', async () => {
  const [mine, yours, rewrite_key] = await Promise.all([aLearner(), aLearner(), aRewriteKey()])
  await say(yours, { rewrite_key, rating: 'up' })
  await say(mine, { rewrite_key, rating: 'down', reason: 'wrong' })
  await say(mine, { rewrite_key, rating: 'down', reason: 'other' })
  const rows = await testDatabase().selectFrom('feedback').selectAll().where('user_id', '=', yours).execute()
  expect(rows).toMatchObject([{ rating: 'up', reason: null }])
})

test('no one can speak for another learner by naming them in the body', async () => {
  const [mine, yours, rewrite_key] = await Promise.all([aLearner(), aLearner(), aRewriteKey()])
  const { detail } = await expectProblem(
    await say(mine, { rewrite_key, rating: 'up', user_id: yours }),
    'invalid-request',
  )
  expect(detail).toEqual({ fields: [{ field: 'user_id', message: 'Unknown field.' }] })
})

test.each(["' or true --", `${'a'.repeat(64)}'; drop table feedback; --`, '%', `${'a'.repeat(64)}\n`])(
  'the key %j is refused before any statement',
  async (rewrite_key) => {
    const { error } = await expectProblem(await say(await aLearner(), { rewrite_key, rating: 'up' }), 'invalid-request')
    expect(error).toBe('invalid-request')
  },
)

test.each(['__proto__', 'constructor'])('the field "%s" is unknown', async (field) => {
  const body = `{"rewrite_key": "${'a'.repeat(64)}", "rating": "up", "${field}": {"reason": "other"}}`
  const { detail } = await expectProblem(await say(await aLearner(), body), 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: 'Unknown field.' }] })
})
