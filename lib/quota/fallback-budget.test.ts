import { expect, test } from 'vitest'
import { createFallbackBudget } from './fallback-budget.ts'

test('an fallbackBudget gives no more tokens an hour than it has, takes back what is left, and begins anew each hour', () => {
  let clock = 3_600_000 * 10
  const fallbackBudget = createFallbackBudget({ now: () => clock, tokensPerHour: () => 100 })
  expect([
    fallbackBudget.spend(60),
    fallbackBudget.spend(41),
    fallbackBudget.spend(40),
    fallbackBudget.spend(1),
  ]).toEqual([true, false, true, false])
  fallbackBudget.refund(30)
  expect([fallbackBudget.spend(31), fallbackBudget.spend(30)]).toEqual([false, true])
  clock += 3_600_000
  expect([fallbackBudget.spend(100), fallbackBudget.spend(1)]).toEqual([true, false])
})
