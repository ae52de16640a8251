import { expect, test } from 'vitest'
import { findDamage } from '../../bench/load/find-damage.ts'
import { findLostWrites } from '../../bench/load/find-lost-writes.ts'
import { runLoad } from '../../bench/load/run-load.ts'
import { runSoak } from '../../bench/load/run-soak.ts'
import type { Acknowledged } from '../../bench/load/simulate-learner.ts'
import { createReader, usualAnswers } from '../../bench/testbed/create-reader.ts'
import { startDatabase } from '../support/start-database.ts'

const missed = ({ targets }: Awaited<ReturnType<typeof runLoad>>): unknown => targets.filter(({ met }) => !met)

test('a write that is lost would be found, and so would damage', async () => {
  const database = await startDatabase()
  const { db } = database
  const id = await createReader(db)
  const known = { id, answers: usualAnswers, feedback: new Map(), erased: false } as unknown as Acknowledged
  expect(await findLostWrites(db, [known])).toEqual([])
  const others: readonly (readonly [Partial<Acknowledged>, number])[] = [
    [{ erased: true }, 1],
    [{ id: crypto.randomUUID() }, 1],
    [{ answers: { ...usualAnswers, education_level: 'graduate' } }, 2],
    [{ feedback: new Map([['a'.repeat(64), 'up']]) }, 1],
  ]
  for (const [other, count] of others) expect(await findLostWrites(db, [{ ...known, ...other }])).toHaveLength(count)

  expect(await findDamage(db)).toEqual([])
  await db.updateTable('users').set({ onboarding_completed: false }).where('id', '=', id).execute()
  expect(await findDamage(db)).toEqual([expect.stringContaining('is not onboarded')])
  await database.close()
})

test('under mixed load no write is lost, no answer is 5xx, limits hold exactly, and tokens add up', async () => {
  expect(missed(await runLoad({ seconds: 8, learners: 24 }))).toEqual([])
}, 240_000)

test('while servers are killed, the database restarts and the model fails, every reader gets a lesson, and nothing stays broken', async () => {
  expect(missed(await runSoak({ seconds: 10, learners: 10, killEvery: 4, restartEvery: 6 }))).toEqual([])
}, 240_000)
