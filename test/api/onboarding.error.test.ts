import { expect, test } from 'vitest'
import onboarding from '../../api/onboarding.ts'
import preferences from '../../api/user/preferences.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

test('POST /api/onboarding answers 404 for a learner that does not exist, and stores nothing', async () => {
  const user_id = crypto.randomUUID()
  const response = await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...someAnswers } })
  const { message } = await expectProblem(response, 'user-not-found')
  expect(message).toContain(user_id)
  const rows = await testDatabase().selectFrom('user_preferences').select('id').where('user_id', '=', user_id).execute()
  expect(rows).toEqual([])
})

test.each([
  ['user_id', 'string'],
  ['education_level', '"high_school" or "undergraduate" or "graduate" or "professional"'],
  ['programming_experience', '"none" or "beginner" or "intermediate" or "advanced"'],
  ['robotics_background', 'boolean'],
  ['ai_ml_experience', '"none" or "basic" or "intermediate" or "advanced"'],
  ['learning_goals', 'Array'],
])('POST /api/onboarding names the missing field %s, and what is wanted', async (field, wanted) => {
  const body: Record<string, unknown> = { user_id: crypto.randomUUID(), ...someAnswers }
  delete body[field]
  const { detail } = await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: `Missing; wanted ${wanted}.` }] })
})

test.each([
  ['education_level', 'phd', 'Got "phd"; wanted "high_school" or "undergraduate" or "graduate" or "professional".'],
  ['education_level', '', 'wanted "high_school"'],
  ['education_level', null, 'Got null; wanted'],
  ['programming_experience', 'Beginner', 'wanted "none" or "beginner" or "intermediate" or "advanced".'],
  ['ai_ml_experience', 2, 'Got 2; wanted "none" or "basic" or "intermediate" or "advanced".'],
  ['robotics_background', 'true', 'Got "true"; wanted boolean.'],
  ['robotics_background', 1, 'Got 1; wanted boolean.'],
  ['learning_goals', 'hobby', 'wanted Array.'],
  ['learning_goals', [], 'Choose at least one.'],
  ['preferred_language', 'fr', 'Got "fr"; wanted "en" or "ur".'],
  ['preferred_language', null, 'wanted "en" or "ur".'],
  ['age', 30, 'Unknown field.'],
])('POST /api/onboarding refuses %s: %j, and says what is wanted', async (field, value, wanted) => {
  const body = { user_id: crypto.randomUUID(), ...someAnswers, [field]: value }
  const problem = await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
  expect(problem.detail).toEqual({ fields: [{ field, message: expect.stringContaining(wanted) }] })
  expect(problem.message).toContain(`"${field}"`)
})

test('POST /api/onboarding names the place of a wrong goal among right ones', async () => {
  const body = { user_id: crypto.randomUUID(), ...someAnswers, learning_goals: ['hobby', 'fame'] }
  const { detail } = await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
  expect(detail).toEqual({ fields: [{ field: 'learning_goals.1', message: expect.stringContaining('Got "fame"') }] })
})

test('a refused profile leaves the one that is stored as it was', async () => {
  const learner = await aLearner()
  const read = async (): Promise<unknown> =>
    (await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': learner } })).json()
  const before = await read()
  const body = { user_id: learner, ...someAnswers, education_level: 'graduate', learning_goals: ['fame'] }
  await expectProblem(await call(onboarding, 'POST /api/onboarding', { body }), 'invalid-request')
  expect(await read()).toEqual(before)
})
