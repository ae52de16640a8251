import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  findRewrites,
  storeFailure,
  renewLease,
  storeRejection,
  storeRewrite,
  type Lease,
  wasStored,
} from '../../lib/db/lease-queries.ts'
import { verifierVersion } from '../../lib/contract/verifier-version.ts'
import { takeALease } from '../support/take-a-lease.ts'
import { aFailure } from '../support/a-failure.ts'
import { aProof } from '../support/a-proof.ts'
import { aRow } from '../support/a-row.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
let db: StartedDatabase['db']

beforeAll(async () => {
  database = await startDatabase()
  ;({ db } = database)
})
afterAll(() => database.close())

const accepted = { heading: null, content: 'Text.', proof: aProof() }
const expire = (key: string) =>
  sql`update personalized_content_cache set lease_until = clock_timestamp() - interval '1 second' where key = ${key}`.execute(
    db,
  )

test('of 50 writers that ask for a row at once exactly one gets the lease, in each of 200 rounds', async () => {
  for (let round = 0; round < 200; round++) {
    const row = aRow()
    const leases = await Promise.all(Array.from({ length: 50 }, () => takeALease(db, row)))
    expect(leases.filter(Boolean)).toHaveLength(1)
  }
})

test('of 30 writers that ask for an expired lease exactly one gets it, in each of 20 rounds', async () => {
  for (let round = 0; round < 20; round++) {
    const row = aRow()
    await takeALease(db, row)
    await expire(row.key)
    const leases = await Promise.all(Array.from({ length: 30 }, () => takeALease(db, row)))
    expect(leases.filter(Boolean)).toHaveLength(1)
  }
})

test('a lease that is held or a row that is ready cannot be taken', async () => {
  const row = aRow()
  const lease = (await takeALease(db, row)) as Lease
  expect(await takeALease(db, row)).toBeUndefined()
  expect(await storeRewrite(db, lease, accepted)).toBe(true)
  expect(await takeALease(db, row)).toBeUndefined()
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({
    state: 'ready',
    content: 'Text.',
    held: false,
  })
})

test('a writer whose lease was taken over can neither store, reject, renew nor release', async () => {
  const row = aRow()
  const late = (await takeALease(db, row)) as Lease
  await expire(row.key)
  const next = (await takeALease(db, row)) as Lease
  expect(await storeRewrite(db, late, { ...accepted, content: 'Late.' })).toBe(false)
  expect(await storeRejection(db, late, accepted.proof)).toBe(false)
  expect(await renewLease(db, late)).toBe(false)
  expect(await storeFailure(db, late, aFailure())).toBe(false)
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'writing', held: true })
  expect(await storeRewrite(db, next, accepted)).toBe(true)
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'ready', content: 'Text.' })
})

test('a section whose call failed rests, longer after each failure up to the most, and no longer once a text was stored', async () => {
  const row = aRow()
  const failOnce = async (): Promise<number> => {
    expect(await storeFailure(db, (await takeALease(db, row)) as Lease, aFailure())).toBe(true)
    expect(await takeALease(db, row)).toBeUndefined()
    expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({
      ...{ state: 'failed', held: true, failure_reason: 'model-unavailable' },
    })
    const rest = await sql<{ seconds: number }>`
      select extract(epoch from lease_until - clock_timestamp())::float8 as seconds from personalized_content_cache
      where key = ${row.key}`.execute(db)
    await expire(row.key)
    return Math.ceil((rest.rows[0]?.seconds ?? 0) / 10) * 10
  }
  expect([await failOnce(), await failOnce(), await failOnce(), await failOnce()]).toEqual([60, 120, 200, 200])
  expect(await storeRewrite(db, (await takeALease(db, row)) as Lease, accepted)).toBe(true)
  await sql`update personalized_content_cache set verifier_version = 0 where key = ${row.key}`.execute(db)
  expect(await failOnce()).toBe(60)
})

test('who stored and got no answer can find out that it is stored, and who lost the lease that it is not', async () => {
  const row = aRow()
  const late = (await takeALease(db, row)) as Lease
  await expire(row.key)
  const next = (await takeALease(db, row)) as Lease
  expect([await wasStored(db, late), await wasStored(db, next)]).toEqual([false, false])
  await storeRewrite(db, next, accepted)
  expect([await wasStored(db, late), await wasStored(db, next)]).toEqual([false, true])
})

test('a rejection is held until its time has run out, and then it can be written again', async () => {
  const row = aRow()
  await storeRejection(db, (await takeALease(db, row)) as Lease, accepted.proof)
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'rejected', held: true })
  expect(await takeALease(db, row)).toBeUndefined()
  await expire(row.key)
  expect(await takeALease(db, row)).toBeDefined()
})

test('a rewrite that an older verifier accepted can be written again', async () => {
  const row = aRow()
  await storeRewrite(db, (await takeALease(db, row)) as Lease, accepted)
  await sql`update personalized_content_cache set verifier_version = ${verifierVersion - 1} where key = ${row.key}`.execute(
    db,
  )
  expect(await takeALease(db, row)).toBeDefined()
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'writing', content: null })
})
