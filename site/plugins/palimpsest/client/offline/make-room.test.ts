import { expect, test } from 'vitest'
import { savedCharactersMax, savedLessonsMax, makeRoom } from './make-room.ts'

const entries = (count: number, characters = 1) =>
  Array.from({ length: count }, (_, index) => ({ slug: `lesson-${index}`, characters }))

test('as many lessons are saved as there is room for, and with one more the oldest goes', () => {
  const newest = { slug: 'newest', characters: 1 }
  expect(makeRoom(entries(savedLessonsMax - 1), newest).dropped).toEqual([])
  expect(makeRoom(entries(savedLessonsMax), newest).dropped).toEqual(['lesson-0'])
})

test('the oldest go until the texts fit', () => {
  const half = savedCharactersMax / 2
  expect(makeRoom(entries(1, half), { slug: 'newest', characters: half }).dropped).toEqual([])
  expect(makeRoom(entries(2, half), { slug: 'newest', characters: 1 }).dropped).toEqual(['lesson-0'])
})

test('a lesson saved again is the newest, and counts once', () => {
  const { saved, dropped } = makeRoom(entries(3), { slug: 'lesson-0', characters: 9 })
  expect(saved.map(({ slug }) => slug)).toEqual(['lesson-1', 'lesson-2', 'lesson-0'])
  expect(dropped).toEqual([])
})

test('the newest stays, however large it is', () => {
  const { saved } = makeRoom(entries(2), { slug: 'huge', characters: savedCharactersMax + 1 })
  expect(saved.map(({ slug }) => slug)).toEqual(['huge'])
})
