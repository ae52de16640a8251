import { expect, test } from 'vitest'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import { createRandom } from '../../test/support/random.ts'
import { usualAnswers } from '../testbed/create-reader.ts'
import { answerWeights, draw } from './learners.ts'
import type { Reading } from './month.ts'
import type { BookSection } from './read-book.ts'
import { createSharedCache, sharings } from './shared-cache.ts'
import { simulateMonth } from './simulate-month.ts'

const tokens = { prefix: 1_200, rest: 300, output: 200 }
const section = (facets: BookSection['facets']): BookSection => ({ facets, tokens: { en: tokens, ur: tokens } })
const lesson = [section('note'), section('prose'), section('prose+code')]
const book = [lesson, lesson, lesson]

async function aReading(id: number, different: Partial<typeof usualAnswers> = {}): Promise<Reading> {
  const answers = { ...usualAnswers, ...different }
  return { learner: { id, answers, keys: await buildProfileKeys(answers) }, lesson: 0, turned: undefined }
}

test('draw() gives each value as often as its weight says', () => {
  const random = createRandom(7)
  const drawn = Array.from({ length: 10_000 }, () => draw(answerWeights.preferred_language, random))
  expect(drawn.filter((value) => value === 'ur').length / drawn.length).toBeCloseTo(0.15, 1)
})

test('every question’s weights add up to a hundred', () => {
  for (const weights of Object.values(answerWeights))
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100)
})

test('a second reading is paid for by nobody, a changed section by each who shares it once', async () => {
  const reading = await aReading(1)
  for (const sharing of sharings) {
    const cache = createSharedCache(sharing)
    cache.read(reading, lesson, [0, 0, 0])
    cache.read(reading, lesson, [0, 0, 0])
    expect(cache.spent.calls).toBe(3)
    cache.read(reading, lesson, [0, 1, 0])
    expect(cache.spent).toMatchObject({ calls: 4, input: 6_000, output: 800 })
  }
})

test('learners who differ in their goals share all sections but the note with us, none by profile or by user', async () => {
  const readings = [await aReading(1), await aReading(2, { learning_goals: ['research'] })]
  const calls = sharings.map((sharing) => {
    const cache = createSharedCache(sharing)
    for (const reading of readings) cache.read(reading, lesson, [0, 0, 0])
    return cache.spent.calls
  })
  expect(calls).toEqual([4, 6, 6])
})

test('simulateMonth() gives the same month for the same seed, and sharing more never costs more', async () => {
  const [one, same] = [
    await simulateMonth(book, { learners: 200, seed: 3 }),
    await simulateMonth(book, { learners: 200, seed: 3 }),
  ]
  expect(same).toEqual(one)
  const { ours, 'whole profile': profile, 'one user': user } = one.spent
  expect(ours.calls).toBeLessThan(profile.calls)
  expect(profile.calls).toBeLessThan(user.calls)
})
