import { expect, test } from 'vitest'
import { createRecentAnswers } from './recent-answers.ts'

test('an answer is asked for once in so many milliseconds, also while it is on its way, and anew about something else', async () => {
  let [clock, asked] = [0, 0]
  const recent = createRecentAnswers({ now: () => clock, milliseconds: 30_000 })
  const ask = async (): Promise<boolean> => (asked += 1) > 0
  await Promise.all([recent.about('a', ask), recent.about('a', ask), recent.about('a', ask)])
  clock = 29_999
  await recent.about('a', ask)
  expect(asked).toBe(1)
  clock = 30_000
  await recent.about('a', ask)
  expect(asked).toBe(2)
  await recent.about('b', ask)
  expect(asked).toBe(3)
})
