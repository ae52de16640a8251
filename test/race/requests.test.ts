import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countReading, countRequest, underLimits } from '../../lib/db/quota-queries.ts'
import { Problem } from '../../lib/errors/problem.ts'
import type { Bucket } from '../../lib/quota/quota-subject.ts'
import { aBucket } from '../support/a-bucket.ts'
import { aSubject } from '../support/a-subject.ts'
import { databaseLimiter } from '../support/database-limiter.ts'
import { createRandom } from '../support/random.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const bucket = (name: string, requests: number): Bucket => aBucket(name, { requests })

/** Whether a request of these buckets is let through. */
async function ask(buckets: readonly Bucket[], day = '2026-11-23'): Promise<boolean> {
  const subject = { ...aSubject(buckets), day }
  try {
    await underLimits(sql`select ${countRequest(subject)}`.execute(database.db), subject)
    return true
  } catch (error) {
    if (error instanceof Problem && error.code === 'too-many-requests') return false
    throw error
  }
}

async function countedOf(name: string): Promise<number> {
  const rows = await database.db.selectFrom('spending').select('requests').where('bucket', '=', name).execute()
  return rows.reduce((sum, { requests }) => sum + Number(requests), 0)
}

test('of 300 requests at once, a limit of 100 lets exactly 100 through, and counts no other', async () => {
  const passed = await databaseLimiter.map(Array.from({ length: 300 }), () => ask([bucket('one', 100)]))
  expect(passed.filter(Boolean)).toHaveLength(100)
  expect(await countedOf('one')).toBe(100)
})

test('requests of the same buckets in any order never wait for each other in a circle, and add up', async () => {
  const random = createRandom(7)
  const learners = Array.from({ length: 6 }, (_, index) => bucket(`learner:${index}`, 20))
  const addresses = Array.from({ length: 3 }, (_, index) => bucket(`address:${index}`, 50))
  const all = bucket('everybody', 110)
  const wanted = Array.from({ length: 600 }, () => {
    const buckets = [random.pick(learners), random.pick(addresses), all]
    return random.below(2) === 0 ? buckets : buckets.toReversed()
  })
  const passed = (await databaseLimiter.map(wanted, (buckets) => ask(buckets))).filter(Boolean).length
  const sumOf = async (buckets: readonly Bucket[]): Promise<number> =>
    (await Promise.all(buckets.map(({ name }) => countedOf(name)))).reduce((sum, count) => sum + count, 0)
  expect(passed).toBe(110)
  expect(await countedOf('everybody')).toBe(110)
  expect(await sumOf(learners)).toBe(110)
  expect(await sumOf(addresses)).toBe(110)
  for (const { name } of learners) expect(await countedOf(name)).toBeLessThanOrEqual(20)
})

/** Which bucket a reading finds full. */
async function read(buckets: readonly Bucket[], isKnown = true): Promise<string | null> {
  const counted = countReading(aSubject(buckets), sql<boolean>`${isKnown}::boolean`)
  const { rows } = await sql<{ full: string | null }>`select ${counted} as full`.execute(database.db)
  return rows[0]?.full ?? null
}

test('of 300 readings at once none fails; about as many as the limit find room, and what is full is written no more', async () => {
  const full = await databaseLimiter.map(Array.from({ length: 300 }), () => read([bucket('learner:busy', 100)]))
  const roomy = full.filter((name) => name === null).length
  expect(roomy).toBe(100)
  const counted = await countedOf('learner:busy')
  expect(await read([bucket('learner:busy', 100), bucket('address:of-busy', 100)])).toBe('learner:busy')
  expect(await countedOf('learner:busy')).toBe(counted)
  expect(await countedOf('address:of-busy')).toBe(0)
})

test('readings of the same buckets in any order never wait for each other in a circle', async () => {
  const random = createRandom(3)
  const names = Array.from({ length: 5 }, (_, index) => bucket(`reading:${index}`, 1_000))
  const readings = Array.from({ length: 400 }, () => [random.pick(names), random.pick(names)])
  const distinct = readings.filter(([one, other]) => one !== other)
  expect(new Set(await databaseLimiter.map(distinct, (buckets) => read(buckets)))).toEqual(new Set([null]))
  const sums = await Promise.all(names.map(({ name }) => countedOf(name)))
  expect(sums.reduce((sum, count) => sum + count, 0)).toBe(2 * distinct.length)
})

test('a learner whom nobody knows has no counter of their own', async () => {
  expect(await read([bucket('learner:made-up', 5), bucket('address:of-made-up', 5)], false)).toBe(null)
  expect([await countedOf('learner:made-up'), await countedOf('address:of-made-up')]).toEqual([0, 1])
})

test('counters of the day before stay; older ones go, as many as come anew and more', async () => {
  await sql`delete from spending`.execute(database.db)
  const days = ['2026-12-01', '2026-12-02', '2026-12-03'] as const
  for (const day of days) for (const name of ['a', 'b', 'c']) await ask([bucket(name, 10)], day)
  await ask([bucket('d', 10)], days[2])
  const { rows } = await sql<{ day: string }>`
    select distinct day::text from spending order by day`.execute(database.db)
  expect(rows.map(({ day }) => day)).toEqual(days.slice(1))
})
