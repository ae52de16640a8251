import { expect, test } from 'vitest'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { call } from '../support/call.ts'
import { changedMeanwhile } from '../support/changed-meanwhile.ts'
import { expectProblem } from '../support/expect-problem.ts'

const calls = ['GET /api/user/preferences', 'PUT /api/user/preferences']
const send = (
  methodAndPath: string,
  headers: Record<string, string>,
  body: unknown = { education_level: 'graduate' },
) => call(preferences, methodAndPath, { headers, ...(methodAndPath.startsWith('PUT') ? { body } : {}) })

test.each(calls)('%s answers 400 without the header X-User-ID', async (methodAndPath) => {
  const { message } = await expectProblem(await send(methodAndPath, {}), 'missing-user-id')
  expect(message).toContain('X-User-ID')
})

test.each(calls)('%s answers 400 when X-User-ID is not a UUID', async (methodAndPath) => {
  for (const id of ['', 'me', '00000000-0000-0000-0000-000000000000'])
    await expectProblem(await send(methodAndPath, { 'x-user-id': id }), 'invalid-user-id')
})

test.each(calls)(
  '%s answers 404 for a learner that does not exist, and for one before onboarding',
  async (methodAndPath) => {
    const user_id = crypto.randomUUID()
    await expectProblem(await send(methodAndPath, { 'x-user-id': user_id }), 'preferences-not-found')
    await call(createUser, 'POST /api/user/create', { body: { user_id } })
    const { message } = await expectProblem(
      await send(methodAndPath, { 'x-user-id': user_id }),
      'preferences-not-found',
    )
    expect(message).toContain('POST /api/onboarding')
  },
)

test('PUT of no answer is refused, naming the six', async () => {
  const user_id = await aLearner()
  for (const body of [{}, { user_id, id: 'x', created_at: 'y' }]) {
    const refused = await send('PUT /api/user/preferences', { 'x-user-id': user_id }, body)
    const { message } = await expectProblem(refused, 'invalid-request')
    expect(message).toContain('preferred_language')
    expect(message).toContain('learning_goals')
  }
})

test.each([
  ['education_level', 'phd', 'wanted "high_school"'],
  ['robotics_background', 'yes', 'wanted boolean'],
  ['learning_goals', [], 'Choose at least one'],
  ['preferred_language', null, 'wanted "en" or "ur"'],
  ['user_id', crypto.randomUUID(), 'Wanted the id of the header'],
  ['id', 7, 'wanted string'],
  ['profile_keys', {}, 'Unknown field'],
])('PUT refuses %s: %j, and changes nothing', async (field, value, wanted) => {
  const learner = await aLearner()
  const headers = { 'x-user-id': learner }
  const before: unknown = await (await send('GET /api/user/preferences', headers)).json()
  const body = { ai_ml_experience: 'advanced', [field]: value }
  const { detail } = await expectProblem(await send('PUT /api/user/preferences', headers, body), 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: expect.stringContaining(wanted) }] })
  expect(await (await send('GET /api/user/preferences', headers)).json()).toEqual(before)
})

test('PUT answers 409 when each of its attempts meets another change, and then loses none of the others', async () => {
  const learner = await aLearner()
  await expectProblem(await changedMeanwhile(learner), 'profile-changed')
  const stored: unknown = await (await send('GET /api/user/preferences', { 'x-user-id': learner })).json()
  expect(stored).toMatchObject({ education_level: 'graduate', ai_ml_experience: 'none' })
})

test('PUT works on a profile whose keys an earlier release derived in another way, and derives them anew', async () => {
  const learner = await aLearner()
  const stale = JSON.stringify({ prose: 'a', 'prose+code': 'b', 'prose+ai': 'c', 'prose+code+ai': 'd', note: 'e' })
  await testDatabase()
    .updateTable('user_preferences')
    .set({ profile_keys: stale })
    .where('user_id', '=', learner)
    .execute()
  const response = await send('PUT /api/user/preferences', { 'x-user-id': learner })
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ education_level: 'graduate' })
})
