import { expect, test } from 'vitest'
import { createFallbackBudget } from './fallback-budget.ts'

test('an fallbackBudget gives no more tokens an hour than it has, takes back what is left, and begins anew each hour', () => {
  let clock = 3_600_000 * 10
  const fallbackBudget = createFallbackBudget({ now: () => clock, tokensPerHour: () => 100 })
  expect([
    fallbackBudget.reserve(60),
    fallbackBudget.reserve(41),
    fallbackBudget.reserve(40),
    fallbackBudget.reserve(1),
  ]).toEqual([true, false, true, false])
  fallbackBudget.refund(30)
  expect([fallbackBudget.reserve(31), fallbackBudget.reserve(30)]).toEqual([false, true])
  clock += 3_600_000
  expect([fallbackBudget.reserve(100), fallbackBudget.reserve(1)]).toEqual([true, false])
})
