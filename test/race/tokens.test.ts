import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  extendReservation,
  renewLease,
  storeFailure,
  storeRejection,
  storeRewrite,
  takeLease,
  type Lease,
} from '../../lib/db/lease-queries.ts'
import { countRequest } from '../../lib/db/quota-queries.ts'
import type { Usage } from '../../lib/contract/wire-events.ts'
import type { Bucket } from '../../lib/quota/quota-subject.ts'
import { aBucket } from '../support/a-bucket.ts'
import { aFailure } from '../support/a-failure.ts'
import { aProof } from '../support/a-proof.ts'
import { aRow } from '../support/a-row.ts'
import { aSubject } from '../support/a-subject.ts'
import { databaseLimiter } from '../support/database-limiter.ts'
import { readTokens } from '../support/read-tokens.ts'
import { createRandom } from '../support/random.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

/** Asks for the lease on a row, for so many tokens of these buckets. */
async function take(buckets: readonly Bucket[], tokens: number, row = aRow()) {
  const lease: Lease = {
    key: row.key,
    token: crypto.randomUUID(),
    reservation: { subject: aSubject(buckets), tokens },
  }
  return { lease, row, outcome: await takeLease(database.db, row, lease) }
}

const isTaken = ({ outcome }: { outcome: string }): boolean => outcome === 'taken'

const tokensOf = (bucket: Bucket) => readTokens(database.db, bucket)

const expire = ({ row }: { row: { key: string } }) =>
  sql`update personalized_content_cache set lease_until = 'epoch' where key = ${row.key}`.execute(database.db)

const usage = (input: number | null, output: number | null): Usage => ({
  input_tokens: input,
  cached_input_tokens: 0,
  output_tokens: output,
})
const store = ({ lease }: { lease: Lease }, used: Usage) =>
  storeRewrite(database.db, lease, { heading: null, content: 'Text.', proof: aProof({ usage: used }) })
const reject = ({ lease }: { lease: Lease }, used: Usage) =>
  storeRejection(database.db, lease, aProof({ verdict: 'rejected', usage: used }))

test('of 200 writers at once that want 100 tokens each of 1,050, exactly 10 get a lease, and the others leave no row', async () => {
  const budget = aBucket('all', { tokens: 1_050 })
  const asked = await databaseLimiter.map(Array.from({ length: 200 }), () => take([budget], 100))
  const taken = asked.filter(isTaken)
  expect(taken).toHaveLength(10)
  expect(asked.filter(({ outcome }) => outcome === 'budget-reserved')).toHaveLength(190)
  expect(await tokensOf(budget)).toEqual({ reserved: 1_000, used: 0 })
  const rows = await database.db
    .selectFrom('personalized_content_cache')
    .select('key')
    .where(
      'key',
      'in',
      asked.map(({ row }) => row.key),
    )
    .execute()
  expect(rows.map(({ key }) => key).toSorted()).toEqual(taken.map(({ row }) => row.key).toSorted())
})

test('of 50 writers of one section only the one that gets the lease reserves', async () => {
  const [budget, row] = [aBucket('contended'), aRow()]
  const asked = await Promise.all(Array.from({ length: 50 }, () => take([budget], 100, row)))
  expect(asked.filter(isTaken)).toHaveLength(1)
  expect(await tokensOf(budget)).toEqual({ reserved: 100, used: 0 })
})

test('a reservation that one bucket has no room for is not held against the others', async () => {
  const [all, learner] = [aBucket('shared'), aBucket('learner:poor', { tokens: 99 })]
  expect((await take([learner, all], 100)).outcome).toBe('budget-reached')
  expect(await tokensOf(all)).toEqual({ reserved: 0, used: 0 })
})

test.each([
  ['stored', store, 30],
  ['rejected', reject, 30],
  ['given up', ({ lease }: { lease: Lease }) => storeFailure(database.db, lease, aFailure(30)), 30],
  ['stored, uncounted by its provider', (taken: { lease: Lease }) => store(taken, usage(null, 10)), 100],
])('a section that is %s ends its reservation and counts once, however often that is sent', async (how, end, used) => {
  const budget = aBucket(`resolved:${how}`)
  const taken = await take([budget], 100)
  expect(await end(taken, usage(20, 10))).toBe(true)
  expect(await tokensOf(budget)).toEqual({ reserved: 0, used })
  expect(await end(taken, usage(20, 10))).toBe(false)
  expect(await tokensOf(budget)).toEqual({ reserved: 0, used })
})

test('what a writer reserved that never came back is free again with its lease, and what it held lasts as long as it renews', async () => {
  const budget = aBucket('silent', { tokens: 250 })
  const silent = await take([budget], 200)
  expect((await take([budget], 100)).outcome).toBe('budget-reserved')
  expect(await renewLease(database.db, silent.lease)).toBe(true)
  expect((await take([budget], 100)).outcome).toBe('budget-reserved')
  await expire(silent)
  expect(await tokensOf(budget)).toEqual({ reserved: 0, used: 0 })
  const next = await take([budget], 200)
  expect(next.outcome).toBe('taken')
  // A late text was paid for, and counts; what was set aside for it is not set aside twice.
  expect(await store(silent, usage(20, 10))).toBe(true)
  expect(await tokensOf(budget)).toEqual({ reserved: 200, used: 30 })
})

test('who takes a section over has the reservation alone', async () => {
  const [budget, row] = [aBucket('taken-over', { tokens: 250 }), aRow()]
  const silent = await take([budget], 100, row)
  await expire(silent)
  const next = await take([budget], 150, row)
  expect(await tokensOf(budget)).toEqual({ reserved: 150, used: 0 })
  expect(await store(silent, usage(20, 10))).toBe(false)
  expect(await store(next, usage(20, 10))).toBe(true)
  expect(await tokensOf(budget)).toEqual({ reserved: 0, used: 30 })
})

test('a budget that is used up is distinguished from one that is only reserved', async () => {
  const budget = aBucket('used-up', { tokens: 300 })
  const first = await take([budget], 250)
  expect((await take([budget], 100)).outcome).toBe('budget-reserved')
  expect((await take([budget], 301)).outcome).toBe('budget-reached')
  await store(first, usage(200, 50))
  expect((await take([budget], 100)).outcome).toBe('budget-reached')
  expect((await take([budget], 50)).outcome).toBe('taken')
})

test('more is set aside for a repair only as far as the budget goes, and not for who lost the lease', async () => {
  const budget = aBucket('repaired', { tokens: 300 })
  const taken = await take([budget], 100)
  expect(await extendReservation(database.db, taken.lease, 150)).toBe(true)
  expect(await tokensOf(budget)).toEqual({ reserved: 250, used: 0 })
  expect(await extendReservation(database.db, taken.lease, 51)).toBe(false)
  expect(await tokensOf(budget)).toEqual({ reserved: 250, used: 0 })
  await expire(taken)
  await take([budget], 10, taken.row)
  expect(await extendReservation(database.db, taken.lease, 1)).toBe(false)
  expect(await tokensOf(budget)).toEqual({ reserved: 10, used: 0 })
})

test('what was set aside on one day is not set aside on the next', async () => {
  const budget = aBucket('midnight', { tokens: 100 })
  const row = aRow()
  const reservation = { subject: { ...aSubject([budget]), day: '2026-11-22' }, tokens: 100 }
  await takeLease(database.db, row, { key: row.key, token: crypto.randomUUID(), reservation })
  expect((await take([budget], 100)).outcome).toBe('taken')
})

test('writers of many learners at once never wait in a circle, never overshoot a budget, and add up', async () => {
  const random = createRandom(11)
  const learners = Array.from({ length: 5 }, (_, index) => aBucket(`learner:${index}`, { tokens: 2_000 }))
  const addresses = Array.from({ length: 2 }, (_, index) => aBucket(`address:${index}`, { tokens: 4_000 }))
  const everybody = aBucket('everybody', { tokens: 6_000 })
  const overshot = sql<{ bucket: string }>`
    with reserved as (
      select bucket, sum(reserved_tokens) as tokens from personalized_content_cache, unnest(reserved_for) as bucket
      where state = 'writing' and lease_until > clock_timestamp() group by bucket)
    select bucket from spending left join reserved using (bucket)
    where tokens_used + coalesce(reserved.tokens, 0) > case
      when bucket like 'learner:_' then 2000 when bucket like 'address:_' then 4000 when bucket = 'everybody' then 6000
      else 1000000 end`
  let used = 0
  const work = async (): Promise<void> => {
    const buckets = [random.pick(learners), random.pick(addresses), everybody]
    const subject = aSubject(random.below(2) === 0 ? buckets : buckets.toReversed())
    await sql`select ${countRequest(subject)}`.execute(database.db)
    const taken = await take(subject.buckets, 200)
    expect((await overshot.execute(database.db)).rows).toEqual([])
    if (!isTaken(taken)) return
    const tokens = random.below(200)
    used += tokens
    const end = [store, reject, () => storeFailure(database.db, taken.lease, aFailure(tokens))][random.below(3)]
    expect(await end?.(taken, usage(tokens, 0))).toBe(true)
  }
  await databaseLimiter.map(Array.from({ length: 300 }), work)
  expect(used).toBeGreaterThan(2_000)
  expect(await tokensOf(everybody)).toEqual({ reserved: 0, used })
  for (const accounts of [learners, addresses]) {
    const all = await Promise.all(accounts.map(tokensOf))
    expect(all.reduce((sum, one) => sum + one.used, 0)).toBe(used)
    expect(all.every(({ reserved }) => reserved === 0)).toBe(true)
  }
})
