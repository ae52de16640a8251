import { expect, test } from 'vitest'
import { planTask } from '../../test/support/plan-task.ts'
import { outputTokensFor } from './output-tokens.ts'

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ')

test('outputTokensFor() grows with the section, over an fallbackBudget for thinking', async () => {
  expect(outputTokensFor(await planTask(words(1)))).toBe(2_004)
  expect(outputTokensFor(await planTask(words(700)))).toBe(4_800)
})

test('outputTokensFor() counts a warning that is opened for translation', async () => {
  const warning = `:::danger\n\n${words(100)}\n\n:::`
  const urdu = await planTask(warning, { answers: { preferred_language: 'ur' } })
  expect(outputTokensFor(urdu)).toBeGreaterThanOrEqual(2_800)
})
