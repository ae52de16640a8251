import { expect, test } from 'vitest'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import { changedAnswers } from './changed-answers.ts'
import { createUuid } from './create-uuid.ts'
import { describeProfile } from './describe-profile.ts'
import { facetWordsIn } from './facet-words.ts'
import { parseReturnPath, withPersonalizedView } from './return-path.ts'
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
