import { expect, test } from 'vitest'
import onboarding from '../../api/onboarding.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

test.each(['__proto__', 'constructor', 'prototype', 'valueOf'])(
  'the field "%s" is unknown, and changes no prototype',
  async (field) => {
    const answers = JSON.stringify({ user_id: crypto.randomUUID(), ...someAnswers }).slice(0, -1)
    const body = `${answers}, "${field}": {"polluted": true}}`
    const { detail } = await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
    expect(detail).toEqual({ fields: [{ field, message: 'Unknown field.' }] })
    expect('polluted' in {}).toBe(false)
  },
)

test('two hundred goals are stored as the five that there are', async () => {
  const user_id = await aLearner()
  const learning_goals = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 'hobby' : 'research'))
  const response = await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...someAnswers, learning_goals } })
  expect(await response.json()).toMatchObject({ learning_goals: ['research', 'hobby'] })
})

test('a body of a thousand wrong values is refused with an answer smaller than a page', async () => {
  const body = {
    user_id: crypto.randomUUID(),
    ...someAnswers,
    learning_goals: Array.from({ length: 900 }, () => 'x'),
  }
  const response = await call(onboarding, 'POST /api/onboarding', { body })
  const problem = await expectProblem(response, 'invalid-request')
  expect(JSON.stringify(problem).length).toBeLessThan(10_000)
})

test('a wrong value of great length is quoted by its beginning only', async () => {
  const body = { user_id: crypto.randomUUID(), ...someAnswers, education_level: 'x'.repeat(3_000) }
  const problem = await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
  expect(JSON.stringify(problem).length).toBeLessThan(2_000)
})

test("an answer that is SQL reaches no statement: it is not one of the question's choices", async () => {
  const user_id = await aLearner()
  const body = { user_id, ...someAnswers, education_level: "graduate'; drop table user_preferences; --" }
  await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
})
