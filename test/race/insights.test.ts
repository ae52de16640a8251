import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countRequest, underLimits } from '../../lib/db/quota-queries.ts'
import { countInsights } from '../../lib/db/insights-queries.ts'
import type { DatedObservation } from '../../lib/insights/insights.ts'
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

const day = '2026-11-23'
const labels = ['a', 'B', 'c', 'D', 'e', 'é'] as const

async function amountOf(measure: string): Promise<number> {
  const { rows } = await sql<{ sum: string | null }>`
    select sum(amount) from insights_daily where measure = ${measure}`.execute(database.db)
  return Number(rows[0]?.sum)
}

test('600 reports at once, in any order, half of them with a counted request, neither wait in a circle nor lose a count', async () => {
  const random = createRandom(11)
  const subject = aSubject([aBucket('all'), aBucket('learner:one'), aBucket('address:one')])
  const reports = Array.from({ length: 600 }, () => {
    const some = labels.filter(() => random.below(2) === 0)
    const seen = some.map((label): DatedObservation => [day, 'sections', label, 1 + random.below(9)])
    return random.below(2) === 0 ? seen : seen.toReversed()
  })
  await databaseLimiter.map(reports, (seen, index) => {
    const counted = index % 2 === 0 ? countRequest(subject) : sql<boolean>`true`
    return sql`select ${countInsights(seen, counted)}`.execute(database.db)
  })
  const wanted = reports.flat().reduce((sum, [, , , amount]) => sum + amount, 0)
  expect(await amountOf('sections')).toBe(wanted)
})

test('a learner counts as a reader of the day with the first lesson, and with no other, also when many come at once', async () => {
  const before = (await amountOf('readers')) || 0
  const ask = (learner: string, address: string) => {
    const subject = aSubject([aBucket(`learner:${learner}`), aBucket(`address:${address}`), aBucket('all')])
    return sql`select ${countInsights([], countRequest(subject))}`.execute(database.db)
  }
  const learners = Array.from({ length: 120 }, (_, index) => `reader-${index % 12}`)
  await Promise.all(learners.map((learner, index) => ask(learner, `address-${index % 3}`)))
  expect((await amountOf('readers')) - before).toBe(12)
})

test('a request over a limit counts nothing: no reader, and nothing of what was to be reported', async () => {
  const before = await amountOf('readers')
  const subject = aSubject([aBucket('learner:late'), aBucket('too-much', { requests: 0 })])
  const seen: DatedObservation[] = [[day, 'lessons', 'cached', 5]]
  const refused = underLimits(sql`select ${countInsights(seen, countRequest(subject))}`.execute(database.db), subject)
  await expect(refused).rejects.toMatchObject({ code: 'too-many-requests' })
  expect(await amountOf('readers')).toBe(before)
  expect(await amountOf('lessons')).toBe(0)
})
