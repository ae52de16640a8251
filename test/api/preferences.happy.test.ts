import { expect, test } from 'vitest'
import onboarding from '../../api/onboarding.ts'
import preferences from '../../api/user/preferences.ts'
import type { Answers } from '../../lib/profile/answers.ts'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { call } from '../support/call.ts'
import { profileKeysOf } from '../support/profile-keys-of.ts'

const put = (learner: string, body: unknown): Promise<Response> =>
  call(preferences, 'PUT /api/user/preferences', { body, headers: { 'x-user-id': learner } })

const get = async (learner: string): Promise<Record<string, unknown>> => {
  const response = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': learner } })
  return (await response.json()) as Record<string, unknown>
}

const changes: readonly [keyof Answers, Answers[keyof Answers]][] = [
  ['preferred_language', 'ur'],
  ['education_level', 'professional'],
  ['programming_experience', 'advanced'],
  ['robotics_background', true],
  ['ai_ml_experience', 'intermediate'],
  ['learning_goals', ['teaching', 'building_projects']],
]

test.each(changes)('PUT changes %s alone, and keeps the other five answers', async (field, value) => {
  const learner = await aLearner()
  const before = await get(learner)
  const response = await put(learner, { [field]: value })
  expect(response.status).toBe(200)
  const after = (await response.json()) as Record<string, unknown>
  expect(after).toEqual({ ...before, [field]: value, updated_at: expect.any(String) })
  expect(Date.parse(String(after['updated_at']))).toBeGreaterThanOrEqual(Date.parse(String(before['updated_at'])))
  expect(await get(learner)).toEqual(after)
})

test('PUT changes any number of answers at once', async () => {
  const learner = await aLearner()
  for (let count = 1; count <= changes.length; count++) {
    const body = Object.fromEntries(changes.slice(0, count))
    expect(await (await put(learner, body)).json()).toMatchObject({ ...someAnswers, ...body })
  }
})

test.each([
  ['PUT /api/user/preferences', preferences],
  ['POST /api/onboarding', onboarding],
] as const)(
  'a profile may be sent to %s as it was got, with an answer changed in it',
  async (sending, edgeFunction) => {
    const learner = await aLearner()
    const before = await get(learner)
    for (const changed of [before, { ...before, education_level: 'graduate' }]) {
      const response = await call(edgeFunction, sending, { body: changed, headers: { 'x-user-id': learner } })
      expect(response.status).toBe(200)
      expect(await get(learner)).toEqual({ ...changed, updated_at: expect.any(String) })
    }
  },
)

test('what the server sets is not changed by what is sent', async () => {
  const learner = await aLearner()
  const before = await get(learner)
  const sent = { ...before, id: crypto.randomUUID(), created_at: '2000-01-01T00:00:00Z', updated_at: 'yesterday' }
  expect((await put(learner, sent)).status).toBe(200)
  expect(await get(learner)).toMatchObject({ id: before['id'], created_at: before['created_at'] })
})

const everyClass = ['prose', 'prose+code', 'prose+ai', 'prose+code+ai', 'note']

test.each([
  ['preferred_language', 'ur', everyClass],
  ['education_level', 'graduate', everyClass],
  ['robotics_background', true, everyClass],
  ['programming_experience', 'none', ['prose+code', 'prose+code+ai']],
  ['ai_ml_experience', 'basic', ['prose+ai', 'prose+code+ai']],
  ['learning_goals', ['research'], ['note']],
])('a change of %s changes the profile keys of exactly the sections that it touches', async (field, value, touched) => {
  const learner = await aLearner()
  const before: Record<string, string> = await profileKeysOf(learner)
  await put(learner, { [field]: value })
  const after: Record<string, string> = await profileKeysOf(learner)
  expect(
    Object.keys(after)
      .filter((name) => after[name] !== before[name])
      .toSorted(),
  ).toEqual(touched.toSorted())
})

test('changing an answer and changing it back gives the first profile keys again', async () => {
  const learner = await aLearner()
  const before = await profileKeysOf(learner)
  await put(learner, { education_level: 'graduate' })
  await put(learner, { education_level: someAnswers.education_level })
  expect(await profileKeysOf(learner)).toEqual(before)
})

test('two changes of different answers at the same time are both stored, with the keys of both', async () => {
  const learner = await aLearner()
  for (let round = 0; round < 20; round++) {
    const education_level = round % 2 === 0 ? 'graduate' : 'undergraduate'
    const programming_experience = round % 2 === 0 ? 'advanced' : 'none'
    const responses = await Promise.all([put(learner, { education_level }), put(learner, { programming_experience })])
    expect(responses.map(({ status }) => status)).toEqual([200, 200])
    expect(await get(learner)).toMatchObject({ education_level, programming_experience })
    expect(await profileKeysOf(learner)).toEqual(
      await buildProfileKeys({ ...someAnswers, education_level, programming_experience }),
    )
  }
})
