import { expect, test } from 'vitest'
import { niceTop } from './nice-top.ts'

test('niceTop() is a round number that holds the most, and half of it is whole', () => {
  expect([0, 1, 2, 3, 7, 11, 60, 61, 350, 999].map(niceTop)).toEqual([2, 2, 2, 4, 8, 20, 60, 80, 400, 1_000])
  for (let most = 1; most < 3_000; most += 7) {
    expect(niceTop(most)).toBeGreaterThanOrEqual(most)
    expect(niceTop(most) / 2).toBe(Math.round(niceTop(most) / 2))
  }
})
