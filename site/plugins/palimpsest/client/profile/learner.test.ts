import { expect, test } from 'vitest'
import type { Answers } from '../../../../../lib/profile/answers.ts'
import { aStorage } from '../../../../../test/support/a-storage.ts'
import { ApiProblem } from '../transport/call-api.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { asLearner } from './as-learner.ts'
import { changedAnswers } from './changed-answers.ts'
import { describeProfile } from './describe-profile.ts'
import { facetWordsIn } from './facet-words.ts'
import { findLearnerId, createUuid } from './learner-id.ts'
import { parseReturnPath, withPersonalizedView } from '../pages/return-path.ts'
import { parseProfile } from './stored-profile.ts'

const answers: Answers = {
  preferred_language: 'en',
  education_level: 'high_school',
  programming_experience: 'beginner',
  robotics_background: false,
  ai_ml_experience: 'basic',
  learning_goals: ['hobby', 'teaching'],
}

test('createUuid() makes a version 4 UUID where the browser has no randomUUID', () => {
  const plain = {
    getRandomValues: <T>(array: T): T => {
      if (array instanceof Uint8Array) {
        array.fill(255)
      }
      return array
    },
  }
  expect(createUuid(plain as Crypto)).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})

test('describeProfile() says the profile in words, without goals and language', () => {
  expect(describeProfile(answers, facetWordsIn('en'))).toBe('high school, some programming, new to robotics, AI basics')
  expect(describeProfile({ robotics_background: true }, facetWordsIn('ur'))).toBe('robots سے واقف')
})

test('changedAnswers() gives only what differs; the order of goals is no difference', () => {
  const after: Answers = { ...answers, robotics_background: true, learning_goals: ['teaching', 'hobby'] }
  expect(changedAnswers(answers, after)).toEqual({ robotics_background: true })
})

test.each([
  ['?return=/lessons/a', '/lessons/a'],
  ['?return=%2Flessons%2Fa%23part', '/lessons/a#part'],
  ['?return=//evil.example/x', undefined],
  ['?return=/\\evil.example', undefined],
  ['?return=https://evil.example', undefined],
  ['?return=javascript:alert(1)', undefined],
  ['', undefined],
])('parseReturnPath(%j) stays on this site', (search, path) => {
  expect(parseReturnPath(search)).toBe(path)
})

test('withPersonalizedView() keeps the query and the anchor', () => {
  expect(withPersonalizedView('/lessons/a?x=1#part')).toBe('/lessons/a?x=1&view=personalized#part')
})

test('parseProfile() reads what it wrote, and nothing else', () => {
  expect(parseProfile(JSON.stringify({ answers, sent: true }))).toEqual({ answers, sent: true })
  for (const text of [
    null,
    '',
    '{',
    '{}',
    JSON.stringify({ answers: { ...answers, education_level: 'wizard' }, sent: true }),
  ]) {
    expect(parseProfile(text)).toBeUndefined()
  }
})

test('asLearner() does not bring back a learner whom another tab had the device forget meanwhile', async () => {
  const asked: string[] = []
  const storage = aStorage({
    [storageKeys.learner]: '0b54a3a1-6f3c-4f7a-9c1e-1b2a3c4d5e6f',
    [storageKeys.profile]: JSON.stringify({ answers, sent: true }),
  })
  const api = {
    base: '',
    fetch: (async (input: string) => {
      asked.push(input)
      return Response.json({})
    }) as typeof fetch,
  }
  const call = async (): Promise<void> => {
    storage.removeItem(storageKeys.learner)
    storage.removeItem(storageKeys.profile)
    throw new ApiProblem('user-not-found', 404, 'There is no such user.')
  }
  const outcome = await asLearner({ api, storage, randomness: crypto }, call).catch((error: unknown) => error)
  expect(outcome).toMatchObject({ code: 'preferences-not-found' })
  expect(asked).toEqual([])
  expect(storage.getItem(storageKeys.profile)).toBeNull()
})

test('asLearner() leaves answers that were changed while the older ones were sent to be sent as well', async () => {
  const newer = JSON.stringify({ answers: { ...answers, robotics_background: true }, sent: false })
  const storage = aStorage({ [storageKeys.profile]: JSON.stringify({ answers, sent: false }) })
  const api = {
    base: '',
    fetch: (async () => {
      storage.setItem(storageKeys.profile, newer)
      return Response.json({})
    }) as typeof fetch,
  }
  await asLearner({ api, storage, randomness: crypto }, async () => undefined)
  expect(storage.getItem(storageKeys.profile)).toBe(newer)
})

test('findLearnerId() knows ids of any version, as another device may bring them', () => {
  for (const id of ['019f1d2e-3c4b-7a5d-8e6f-0123456789ab', '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d'])
    expect(findLearnerId(aStorage({ [storageKeys.learner]: id }))).toBe(id)
  expect(findLearnerId(aStorage({ [storageKeys.learner]: '00000000-0000-0000-0000-000000000000' }))).toBeUndefined()
})
