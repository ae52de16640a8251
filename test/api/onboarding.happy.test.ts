import { expect, test } from 'vitest'
import onboarding from '../../api/onboarding.ts'
import createUser from '../../api/user/create.ts'
import preferences from '../../api/user/preferences.ts'
import user from '../../api/user/[user_id].ts'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { call } from '../support/call.ts'
import { profileKeysOf } from '../support/profile-keys-of.ts'

const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
const isoDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

async function aNewUser(): Promise<string> {
  const user_id = crypto.randomUUID()
  await call(createUser, 'POST /api/user/create', { body: { user_id } })
  return user_id
}

test('POST /api/onboarding answers 200 with the stored profile, and GET /api/user/preferences gives the same', async () => {
  const user_id = await aNewUser()
  const response = await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...someAnswers } })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const stored: unknown = await response.json()
  expect(stored).toEqual({ id: uuid, user_id, ...someAnswers, created_at: isoDate, updated_at: isoDate })
  const found = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': user_id } })
  expect(found.status).toBe(200)
  expect(await found.json()).toEqual(stored)
})

test('POST /api/onboarding marks the learner as having completed onboarding', async () => {
  const user_id = await aNewUser()
  const before = (await (await call(user, `GET /api/user/${user_id}`)).json()) as { updated_at: string }
  await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...someAnswers } })
  const after = (await (await call(user, `GET /api/user/${user_id}`)).json()) as typeof before
  expect(before).toMatchObject({ onboarding_completed: false })
  expect(after).toMatchObject({ onboarding_completed: true })
  expect(Date.parse(after.updated_at)).toBeGreaterThanOrEqual(Date.parse(before.updated_at))
})

test('POST /api/onboarding takes English when no language is sent', async () => {
  const user_id = await aNewUser()
  const { preferred_language: _, ...answers } = someAnswers
  const response = await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...answers } })
  expect(await response.json()).toMatchObject({ preferred_language: 'en' })
})

test('POST /api/onboarding stores goals once each, in the order of the questionnaire', async () => {
  const user_id = await aNewUser()
  const learning_goals = ['building_projects', 'hobby', 'building_projects', 'career_change']
  const response = await call(onboarding, 'POST /api/onboarding', { body: { user_id, ...someAnswers, learning_goals } })
  expect(await response.json()).toMatchObject({ learning_goals: ['career_change', 'hobby', 'building_projects'] })
})

test('answering again replaces the profile: no second row, no old answer, keys derived anew', async () => {
  const learner = await aLearner()
  const answers = {
    preferred_language: 'ur',
    education_level: 'professional',
    programming_experience: 'advanced',
    robotics_background: true,
    ai_ml_experience: 'advanced',
    learning_goals: ['teaching'],
  } as const
  const response = await call(onboarding, 'POST /api/onboarding', { body: { user_id: learner, ...answers } })
  expect(await response.json()).toMatchObject(answers)
  const rows = await testDatabase().selectFrom('user_preferences').selectAll().where('user_id', '=', learner).execute()
  expect(rows).toHaveLength(1)
  expect(await profileKeysOf(learner)).toEqual(
    await buildProfileKeys({ ...answers, learning_goals: [...answers.learning_goals] }),
  )
})

test.each([
  ['education_level', ['high_school', 'undergraduate', 'graduate', 'professional']],
  ['programming_experience', ['none', 'beginner', 'intermediate', 'advanced']],
  ['ai_ml_experience', ['none', 'basic', 'intermediate', 'advanced']],
  ['robotics_background', [true, false]],
  ['preferred_language', ['en', 'ur']],
])('POST /api/onboarding accepts every documented answer to %s', async (field, values) => {
  const user_id = await aNewUser()
  for (const value of values) {
    const response = await call(onboarding, 'POST /api/onboarding', {
      body: { user_id, ...someAnswers, [field]: value },
    })
    expect(await response.json()).toMatchObject({ [field]: value })
  }
})

test('POST /api/onboarding accepts every documented goal, alone and all together', async () => {
  const user_id = await aNewUser()
  const goals = ['career_change', 'research', 'hobby', 'teaching', 'building_projects']
  for (const learning_goals of [...goals.map((goal) => [goal]), goals]) {
    const response = await call(onboarding, 'POST /api/onboarding', {
      body: { user_id, ...someAnswers, learning_goals },
    })
    expect(await response.json()).toMatchObject({ learning_goals })
  }
})
