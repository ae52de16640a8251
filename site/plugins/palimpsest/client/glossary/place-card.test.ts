import { expect, test } from 'vitest'
import { placeCard } from './place-card.ts'

const card = { width: 300, height: 100 }
const view = { width: 1000, height: 800 }
const line = (left: number, top: number) => ({ left, right: left + 60, top, bottom: top + 20 })

test('a card stands under its term, in the middle', () => {
  expect(placeCard([line(500, 200)], card, view)).toEqual({ left: 380, top: 226 })
})

test('a card stands above a term at the foot of the window, unless there is no room either', () => {
  expect(placeCard([line(500, 750)], card, view).top).toBe(644)
  expect(placeCard([line(500, 50)], card, { width: 1000, height: 120 }).top).toBe(76)
})

test.each([
  ['left', 0, 12],
  ['right', 940, 688],
])('a card stays inside the window at its %s edge', (_, left, expected) => {
  expect(placeCard([line(left, 200)], card, view).left).toBe(expected)
})

test('a term on two lines has its card under the second', () => {
  expect(placeCard([line(900, 200), line(100, 230)], card, view)).toEqual({ left: 12, top: 256 })
})
