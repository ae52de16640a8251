import { expect, test } from 'vitest'
import { dollarsOf, findPrice } from './model-prices.ts'

const set = { input: 2, cachedInput: 0.2, output: 10 }

test('dollarsOf() takes the cached part of the input at its own price', () => {
  expect(dollarsOf({ input: 1e6, cachedInput: 0, output: 1e6 }, set)).toBeCloseTo(12)
  expect(dollarsOf({ input: 1e6, cachedInput: 5e5, output: 0 }, set)).toBeCloseTo(1.1)
})

test('findPrice() prefers what the operator has set, and knows no price rather than a wrong one', () => {
  expect(findPrice('gpt-5-mini', set)).toBe(set)
  expect(findPrice('gpt-5-mini', undefined)).toMatchObject({ input: 0.25, cachedInput: 0.025, output: 2 })
  expect(findPrice('gpt-5-mini-2030-01-01', undefined)).toBeUndefined()
  expect(findPrice('a-model', undefined)).toBeUndefined()
})
