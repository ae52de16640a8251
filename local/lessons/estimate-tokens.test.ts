import { expect, test } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import { estimatePlanTokens } from './estimate-tokens.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'motor').join(' ')
const stored = {
  language: 'en',
  note: false,
  rewrites: 10,
  words: 1_000,
  attempts: 20,
  input: 5_000,
  cachedInput: 4_000,
  output: 3_000,
}

test('a section’s answer is as long for its words as those that are stored, and its prompt is paid for as often', async () => {
  const tasks = [await planTask(words(100)), await planTask(words(300))]
  const guessed = estimatePlanTokens(tasks, [])
  const estimated = estimatePlanTokens(tasks, [stored])
  expect(estimated.output).toBe(1_200)
  expect(estimated.fromStored).toBe(2)
  // Each sum is rounded to whole tokens.
  expect(Math.abs(estimated.input - guessed.input * 2)).toBeLessThanOrEqual(1)
  expect(Math.abs(estimated.cachedInput - estimated.input * 0.8)).toBeLessThanOrEqual(1)
})

test.each([
  ['another language', { ...stored, language: 'ur' }],
  ['opening notes', { ...stored, note: true }],
  ['too few rewrites', { ...stored, rewrites: 4 }],
])('the tokens of %s are not used for a section, whose length is guessed', async (_what, past) => {
  const tasks = [await planTask(words(100))]
  expect(estimatePlanTokens(tasks, [past])).toEqual(estimatePlanTokens(tasks, []))
  expect(estimatePlanTokens(tasks, []).output).toBe(140)
})

test('Urdu is guessed to take more tokens than English, and nothing takes none', async () => {
  const english = estimatePlanTokens([await planTask(words(100))], [])
  const urdu = estimatePlanTokens([await planTask(words(100), { answers: { preferred_language: 'ur' } })], [])
  expect(urdu.output).toBeGreaterThan(english.output)
  expect(estimatePlanTokens([], [])).toEqual({ input: 0, cachedInput: 0, output: 0, fromStored: 0 })
})
