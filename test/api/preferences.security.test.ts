import { expect, test } from 'vitest'
import preferences from '../../api/user/preferences.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

test('a learner who changes a profile changes no one else’s', async () => {
  const [mine, yours] = await Promise.all([aLearner(), aLearner()])
  await call(preferences, 'PUT /api/user/preferences', {
    headers: { 'x-user-id': mine },
    body: { education_level: 'graduate' },
  })
  const response = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': yours } })
  expect(await response.json()).toMatchObject(someAnswers)
})

test('profile keys, by which caches are shared, are in no answer', async () => {
  const learner = await aLearner()
  const response = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': learner } })
  expect(await response.text()).not.toContain('profile_keys')
})

test.each(["' or true --", `${crypto.randomUUID()}' or '1'='1`, `${crypto.randomUUID()}, ${crypto.randomUUID()}`])(
  'the header X-User-ID: %s is refused before any statement',
  async (id) => {
    const response = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': id } })
    const { message } = await expectProblem(response, 'invalid-user-id')
    expect(message).not.toContain(id)
  },
)

test.each(['__proto__', 'constructor'])('the field "%s" is unknown', async (field) => {
  const body = `{"education_level": "graduate", "${field}": {"polluted": true}}`
  const response = await call(preferences, 'PUT /api/user/preferences', {
    body,
    headers: { 'x-user-id': await aLearner() },
  })
  const { detail } = await expectProblem(response, 'invalid-request')
  expect(detail).toEqual({ fields: [{ field, message: 'Unknown field.' }] })
})
