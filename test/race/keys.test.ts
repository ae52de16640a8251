import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findReading } from '../../lib/db/find-reading.ts'
import { addKey, listKeys, revokeKey } from '../../lib/db/key-queries.ts'
import { keyBucketName } from '../../lib/quota/open-account.ts'
import { Problem } from '../../lib/errors/problem.ts'
import { readKey } from '../../lib/http/integrator-key.ts'
import { aKey, type TestKey } from '../support/a-key.ts'
import { aSubject } from '../support/a-subject.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

/** The account on which the wrong keys of this file go. */
const ifWrong = { name: 'wrong-keys:here', requests: { name: 'ADDRESS_DAILY_WRONG_KEYS', max: 50 } } as const

/** Asks for a lesson with a key, as `POST /api/personalize` does; gives the code of what refused it. */
async function ask({ headers }: TestKey): Promise<string> {
  const key = await readKey(new Request('https://palimpsest.test/', { headers }), 'personalize')
  if (!key) throw new Error('The request has no key')
  const query = {
    slug: 'a',
    contentHash: undefined,
    recipe: 'p1/test',
    level: 'as-is',
    remember: true,
    observations: [],
  } as const
  const subject = { ...aSubject(), key: { ...key, ifWrong } }
  try {
    const reading = await findReading(database.db, {
      ...query,
      userId: crypto.randomUUID(),
      choices: new Map(),
      subject,
    })
    expect(reading.subject.buckets.map(({ name }) => name)).toEqual([keyBucketName(key)])
    return 'read'
  } catch (error) {
    if (error instanceof Problem) return [error.code, JSON.stringify(error.detail)].join(' ').trim()
    throw error
  }
}

const times = <Result>(count: number, run: () => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, run))

async function requestsOf(bucket: string): Promise<number> {
  const query = database.db.selectFrom('spending').select('requests').where('bucket', '=', bucket)
  return Number((await query.executeTakeFirst())?.requests ?? 0)
}

const limitOf = (limit: string) => `too-many-requests {"limit":"${limit}","value":50}`

test('of 200 requests at once with a key for 50, exactly 50 are read, and no other is counted', async () => {
  const key = await aKey({ dailyRequests: 50 }, database.db)
  const asked = await times(200, () => ask(key))
  expect(asked.filter((outcome) => outcome === 'read')).toHaveLength(50)
  expect(asked.filter((outcome) => outcome === limitOf('KEY_DAILY_REQUESTS'))).toHaveLength(150)
  expect(await requestsOf(`integrator:${key.id}`)).toBe(50)
})

test('of 200 wrong keys at once where 50 are allowed, exactly 50 get 401 and 150 get 429; nothing else is counted', async () => {
  const wrong = { ...(await aKey({}, database.db)), headers: { authorization: `Bearer plm_${'0'.repeat(32)}` } }
  const asked = await times(200, () => ask(wrong))
  expect(asked.filter((outcome) => outcome === 'invalid-key')).toHaveLength(50)
  expect(asked.filter((outcome) => outcome === limitOf('ADDRESS_DAILY_WRONG_KEYS'))).toHaveLength(150)
  expect(await requestsOf(ifWrong.name)).toBe(50)
  expect(await ask(await aKey({}, database.db))).toBe('read')
})

test('requests of several keys at once never wait for each other in a circle, though each writes its last use', async () => {
  const keys = await times(4, () => aKey({}, database.db))
  const asked = await Promise.all(Array.from({ length: 200 }, (_, index) => ask(keys[index % 4] as TestKey)))
  expect(new Set(asked)).toEqual(new Set(['read']))
  for (const { id } of keys) expect(await requestsOf(`integrator:${id}`)).toBe(50)
})

test('a key that is taken back while it is in use reads nothing afterwards, and counts what it read before', async () => {
  const key = await aKey({}, database.db)
  const asking = times(100, () => ask(key))
  expect(await revokeKey(database.db, key.id)).toMatchObject({ id: key.id })
  const read = (await asking).filter((outcome) => outcome === 'read').length
  expect(await ask(key)).toMatch(/^invalid-key|^too-many-requests .*"ADDRESS_DAILY_WRONG_KEYS"/)
  expect(await requestsOf(`integrator:${key.id}`)).toBe(read)
})

test('of ten keys of one name that are made at once there is one, and a revoked one leaves its name free', async () => {
  const wanted = { name: 'shop', scopes: ['personalize'], dailyRequests: 1, dailyTokens: 2 } as const
  const made = await times(10, () => addKey(database.db, wanted))
  expect(made.filter((one) => one !== undefined)).toHaveLength(1)
  const revoked = await times(10, () => revokeKey(database.db, 'shop'))
  expect(revoked.filter((one) => one !== undefined)).toHaveLength(1)
  expect(await addKey(database.db, wanted)).toBeDefined()
  const named = (await listKeys(database.db)).filter(({ name }) => name === 'shop')
  expect(named.map(({ revoked_at }) => revoked_at === null)).toEqual([true, false])
})

test('of a key nothing is stored that it could be made from', async () => {
  const { key, id } = await aKey({}, database.db)
  const { rows } = await sql<{
    row: object
  }>`select to_jsonb(integrator_keys) as row from integrator_keys where id = ${id}`.execute(database.db)
  const stored = JSON.stringify(rows[0]?.row)
  expect(stored).not.toContain(key.slice(4))
  expect(stored).not.toContain(key.slice(12))
  expect(key).toMatch(/^plm_[0-9A-Za-z]{32}$/)
})
