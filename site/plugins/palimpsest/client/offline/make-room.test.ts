import { expect, test } from 'vitest'
import { keptCharactersMax, keptLessonsMax, makeRoom } from './make-room.ts'

const entries = (count: number, characters = 1) =>
  Array.from({ length: count }, (_, index) => ({ slug: `lesson-${index}`, characters }))

test('as many lessons are kept as there is room for, and with one more the oldest goes', () => {
  const newest = { slug: 'newest', characters: 1 }
  expect(makeRoom(entries(keptLessonsMax - 1), newest).dropped).toEqual([])
  expect(makeRoom(entries(keptLessonsMax), newest).dropped).toEqual(['lesson-0'])
})

test('the oldest go until the texts fit', () => {
  const half = keptCharactersMax / 2
  expect(makeRoom(entries(1, half), { slug: 'newest', characters: half }).dropped).toEqual([])
  expect(makeRoom(entries(2, half), { slug: 'newest', characters: 1 }).dropped).toEqual(['lesson-0'])
})

test('a lesson kept again is the newest, and counts once', () => {
  const { kept, dropped } = makeRoom(entries(3), { slug: 'lesson-0', characters: 9 })
  expect(kept.map(({ slug }) => slug)).toEqual(['lesson-1', 'lesson-2', 'lesson-0'])
  expect(dropped).toEqual([])
})

test('the newest stays, however large it is', () => {
  const { kept } = makeRoom(entries(2), { slug: 'huge', characters: keptCharactersMax + 1 })
  expect(kept.map(({ slug }) => slug)).toEqual(['huge'])
})
