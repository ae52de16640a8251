import { expect, test } from 'vitest'
import { createAllowance } from './allowance.ts'

test('an allowance gives no more tokens an hour than it has, takes back what is left, and begins anew each hour', () => {
  let clock = 3_600_000 * 10
  const allowance = createAllowance({ now: () => clock, tokensPerHour: () => 100 })
  expect([allowance.take(60), allowance.take(41), allowance.take(40), allowance.take(1)]).toEqual([
    true,
    false,
    true,
    false,
  ])
  allowance.giveBack(30)
  expect([allowance.take(31), allowance.take(30)]).toEqual([false, true])
  clock += 3_600_000
  expect([allowance.take(100), allowance.take(1)]).toEqual([true, false])
})
