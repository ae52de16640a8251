import { expect, test } from 'vitest'
import { boundOf, percentileOf } from './time-bounds.ts'

const count = (times: readonly number[]): Map<string, number> =>
  new Map([...Map.groupBy(times, boundOf)].map(([bound, same]) => [bound, same.length]))

test('boundOf() gives the bound that a time does not exceed, and the last one for all above it', () => {
  expect([0, 5, 5.1, 7, 8, 999_999].map(boundOf)).toEqual(['5', '5', '7', '7', '10', '327680'])
})

test('percentileOf() is at most 41 % off, from 5 ms to five minutes', () => {
  for (const max of [40, 900, 20_000, 290_000]) {
    const times = Array.from({ length: 1_000 }, (_, index) => 5 + (max * index) / 1_000)
    for (const share of [0.5, 0.95, 0.99]) {
      const exact = times[Math.ceil(share * times.length) - 1] ?? 0
      const estimate = percentileOf(count(times), share) ?? 0
      expect(estimate / exact, `${share} of up to ${max}`).toBeGreaterThan(1 / 1.415)
      expect(estimate / exact, `${share} of up to ${max}`).toBeLessThan(1.415)
    }
  }
})

test('percentileOf() of nothing is undefined', () => {
  expect(percentileOf(new Map(), 0.5)).toBeUndefined()
})
