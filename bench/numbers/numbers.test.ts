import { expect, test } from 'vitest'
import { growthExponent } from './growth-exponent.ts'
import { median, percentile } from './percentile.ts'

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)

test('percentile() gives the value of the nearest rank, in whatever order the values come', () => {
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 1)).toBe(100)
  expect(percentile([7], 0.5)).toBe(7)
  expect(percentile([], 0.5)).toBeNaN()
})

test('median() is one of the values, not a mean of two', () => {
  expect(median([1, 100])).toBe(1)
  expect(median([3, 1, 2])).toBe(2)
})

test('growthExponent() distinguishes flat, linear and quadratic growth', () => {
  const grow = (power: number) => [1, 10, 100].map((x) => [x, 5 * x ** power] as const)
  expect(growthExponent(grow(0))).toBeCloseTo(0)
  expect(growthExponent(grow(1))).toBeCloseTo(1)
  expect(growthExponent(grow(2))).toBeCloseTo(2)
})
