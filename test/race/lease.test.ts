import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  findRewrites,
  releaseLease,
  renewLease,
  storeRejection,
  storeRewrite,
  takeLease,
  type Lease,
  type RewriteRow,
} from '../../lib/cache/lease-queries.ts'
import { createDatabase } from '../../lib/db/create-database.ts'
import { migrateToLatest } from '../../lib/db/migrate.ts'
import { verifierVersion } from '../../lib/rewrite/verifier-version.ts'
import { startNeonEndpoint, type NeonEndpoint } from '../../local/neon-endpoint.ts'
import { withSession } from '../../local/with-session.ts'
import { aProof } from '../support/a-proof.ts'
import { startPostgres } from '../support/start-postgres.ts'

let postgres: Awaited<ReturnType<typeof startPostgres>>
let endpoint: NeonEndpoint
let db: ReturnType<typeof createDatabase>

beforeAll(async () => {
  postgres = await startPostgres()
  await withSession(postgres.connectionString, migrateToLatest)
  endpoint = await startNeonEndpoint({ connectionString: postgres.connectionString, pool: { max: 20 } })
  db = createDatabase({ connectionString: postgres.connectionString, fetchEndpoint: endpoint.url })
})
afterAll(async () => {
  await endpoint.close()
  await postgres.close()
})

let rows = 0
function aRow(): RewriteRow {
  const key = (++rows).toString(16).padStart(64, '0')
  return {
    key,
    lesson_slug: 'lesson',
    section_id: 'section',
    content_hash: key,
    preferences_hash: key,
    recipe: 'p1/test',
    dial: 'as-is',
    take: 0,
  }
}
const token = (): string => crypto.randomUUID()
const accepted = { heading: null, content: 'Text.', proof: aProof() }
const expire = (key: string) =>
  sql`update personalized_content_cache set lease_until = clock_timestamp() - interval '1 second' where key = ${key}`.execute(
    db,
  )

test('of 50 contenders for a row exactly one gets the lease, in each of 200 rounds', async () => {
  for (let round = 0; round < 200; round++) {
    const row = aRow()
    const leases = await Promise.all(Array.from({ length: 50 }, () => takeLease(db, row, token())))
    expect(leases.filter(Boolean)).toHaveLength(1)
  }
})

test('of 30 contenders for an expired lease exactly one takes it over, in each of 20 rounds', async () => {
  for (let round = 0; round < 20; round++) {
    const row = aRow()
    await takeLease(db, row, token())
    await expire(row.key)
    const leases = await Promise.all(Array.from({ length: 30 }, () => takeLease(db, row, token())))
    expect(leases.filter(Boolean)).toHaveLength(1)
  }
})

test('a lease that is held or a row that is ready cannot be taken', async () => {
  const row = aRow()
  const lease = (await takeLease(db, row, token())) as Lease
  expect(await takeLease(db, row, token())).toBeUndefined()
  expect(await storeRewrite(db, lease, accepted)).toBe(true)
  expect(await takeLease(db, row, token())).toBeUndefined()
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({
    state: 'ready',
    content: 'Text.',
    held: false,
  })
})

test('a writer whose lease was taken over can neither store, reject, renew nor release', async () => {
  const row = aRow()
  const late = (await takeLease(db, row, token())) as Lease
  await expire(row.key)
  const next = (await takeLease(db, row, token())) as Lease
  expect(await storeRewrite(db, late, { ...accepted, content: 'Late.' })).toBe(false)
  expect(await storeRejection(db, late, accepted.proof)).toBe(false)
  expect(await renewLease(db, late)).toBe(false)
  await releaseLease(db, late)
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'writing', held: true })
  expect(await storeRewrite(db, next, accepted)).toBe(true)
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'ready', content: 'Text.' })
})

test('a released lease leaves no row behind', async () => {
  const row = aRow()
  await releaseLease(db, (await takeLease(db, row, token())) as Lease)
  expect((await findRewrites(db, [row.key])).get(row.key)).toBeUndefined()
})

test('a rejection is held until its time has run out, and then it can be written again', async () => {
  const row = aRow()
  await storeRejection(db, (await takeLease(db, row, token())) as Lease, accepted.proof)
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'rejected', held: true })
  expect(await takeLease(db, row, token())).toBeUndefined()
  await expire(row.key)
  expect(await takeLease(db, row, token())).toBeDefined()
})

test('a rewrite that an older verifier accepted can be written again', async () => {
  const row = aRow()
  await storeRewrite(db, (await takeLease(db, row, token())) as Lease, accepted)
  await sql`update personalized_content_cache set verifier_version = ${verifierVersion - 1} where key = ${row.key}`.execute(
    db,
  )
  expect(await takeLease(db, row, token())).toBeDefined()
  expect((await findRewrites(db, [row.key])).get(row.key)).toMatchObject({ state: 'writing', content: null })
})
