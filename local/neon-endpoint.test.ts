import { neon, neonConfig, NeonDbError } from '@neondatabase/serverless'
import { Kysely, sql } from 'kysely'
import { NeonDialect } from 'kysely-neon'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createDatabase } from '../lib/db/create-database.ts'
import { startNeonEndpoint, type NeonEndpoint } from './neon-endpoint.ts'
import { startPgliteServer, type PgliteServer } from './pglite-server.ts'

interface Robots {
  robots: {
    id: number
    name: string
    mass: string | null
    parts: string[] | null
    spec: unknown
    built_at: Date | null
  }
}

let pglite: PgliteServer
let endpoint: NeonEndpoint
let seen: string[]

beforeAll(async () => {
  pglite = await startPgliteServer()
  endpoint = await startNeonEndpoint({
    connectionString: pglite.connectionString,
    onQuery: (query) => seen.push(query),
  })
  neonConfig.fetchEndpoint = endpoint.url
})

afterAll(async () => {
  await endpoint.close()
  await pglite.close()
})

beforeEach(async () => {
  seen = []
  await query('DROP TABLE IF EXISTS robots')
  await query(`CREATE TABLE robots (
    id int CONSTRAINT robots_pkey PRIMARY KEY, name text NOT NULL, mass numeric CONSTRAINT mass_positive CHECK (mass > 0),
    parts text[], spec jsonb, built_at timestamptz)`)
})

const connect = () => neon(endpoint.connectionString, { fullResults: true })
const query = (text: string, params: unknown[] = []) => connect().query(text, params)
const kysely = () => new Kysely<Robots>({ dialect: new NeonDialect({ neon: neon(endpoint.connectionString) }) })

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const neonHeaders = { 'neon-connection-string': endpoint.connectionString, 'neon-raw-text-output': 'true' }
  return fetch(endpoint.url, { method: 'POST', body, headers: { ...neonHeaders, ...headers } })
}

test('the driver gets back null, arrays, JSON, timestamps and numbers as it does from Neon', async () => {
  const built = new Date('2026-01-02T03:04:05.678Z')
  const spec = { arms: 2, 'quo"te': [null, true] }
  await query('INSERT INTO robots VALUES ($1, $2, $3, $4, $5, $6)', [
    1,
    'چلتا روبوٹ',
    null,
    ['a', 'b,"c', null],
    spec,
    built,
  ])

  const { rows, fields } = await query('SELECT *, 9007199254740993::bigint AS big, true AS yes FROM robots')

  expect(rows).toEqual([
    {
      id: 1,
      name: 'چلتا روبوٹ',
      mass: null,
      parts: ['a', 'b,"c', null],
      spec,
      built_at: built,
      big: '9007199254740993',
      yes: true,
    },
  ])
  expect(fields.map(({ name, dataTypeID }) => [name, dataTypeID])).toContainEqual(['spec', 3802])
})

test('every value on the wire is text or null, in arrays or in objects as asked', async () => {
  const body = JSON.stringify({ query: 'SELECT 1 AS one, NULL AS nothing, $1::text AS word', params: ['x'] })

  const arrays = await (await post(body, { 'neon-array-mode': 'true' })).json()
  const objects = await (await post(body)).json()

  expect(arrays).toMatchObject({ command: 'SELECT', rowCount: 1, rowAsArray: true, rows: [['1', null, 'x']] })
  expect(objects).toMatchObject({ rowAsArray: false, rows: [{ one: '1', nothing: null, word: 'x' }] })
})

test('Kysely counts inserted, updated and deleted rows', async () => {
  const db = kysely()
  const robot = { name: 'r', mass: '1', parts: null, spec: null, built_at: null }

  const inserted = await db
    .insertInto('robots')
    .values([
      { id: 1, ...robot },
      { id: 2, ...robot },
    ])
    .executeTakeFirstOrThrow()
  const updated = await db.updateTable('robots').set({ name: 's' }).executeTakeFirstOrThrow()
  const deleted = await db.deleteFrom('robots').where('id', '=', 1).executeTakeFirstOrThrow()

  expect(inserted.numInsertedOrUpdatedRows).toBe(2n)
  expect(updated.numUpdatedRows).toBe(2n)
  expect(deleted.numDeletedRows).toBe(1n)
  expect(await db.selectFrom('robots').select(['id', 'name']).execute()).toEqual([{ id: 2, name: 's' }])
})

test('a unique violation reaches the driver with its code, constraint and table', async () => {
  await query("INSERT INTO robots (id, name) VALUES (1, 'a')")

  const failure = await query("INSERT INTO robots (id, name) VALUES (1, 'b')").catch((error: unknown) => error)

  expect(failure).toBeInstanceOf(NeonDbError)
  expect(failure).toMatchObject({
    code: '23505',
    severity: 'ERROR',
    constraint: 'robots_pkey',
    table: 'robots',
    schema: 'public',
    detail: 'Key (id)=(1) already exists.',
  })
})

test('a syntax error carries its position; a failed CHECK its constraint', async () => {
  await expect(query('SELEC 1')).rejects.toMatchObject({ code: '42601', position: '1' })
  await expect(query("INSERT INTO robots (id, name, mass) VALUES (1, 'a', -1)")).rejects.toMatchObject({
    code: '23514',
    constraint: 'mass_positive',
  })
})

test('several statements in one text are refused, as Neon refuses them', async () => {
  await expect(query('SELECT 1; SELECT 2')).rejects.toMatchObject({ code: '42601' })
})

test('a batch is one transaction: it commits whole, and one failure undoes all of it', async () => {
  const db = neon(endpoint.connectionString)
  const insert = (id: number) => db`INSERT INTO robots (id, name) VALUES (${id}, 'r') RETURNING id`

  expect(await db.transaction([insert(1), insert(2)])).toEqual([[{ id: 1 }], [{ id: 2 }]])
  await expect(db.transaction([insert(3), insert(1)])).rejects.toMatchObject({ code: '23505' })

  expect(await db`SELECT count(*)::int AS robots FROM robots`).toEqual([{ robots: 2 }])
})

test('a batch runs with the isolation level, read-only and deferrable that the driver asks for', async () => {
  const db = neon(endpoint.connectionString)
  const settings = db`SELECT current_setting('transaction_isolation') AS isolation,
    current_setting('transaction_read_only') AS read_only, current_setting('transaction_deferrable') AS deferrable`

  const strict = await db.transaction([settings], { isolationLevel: 'Serializable', readOnly: true, deferrable: true })
  const plain = await db.transaction([settings])

  expect(strict).toEqual([[{ isolation: 'serializable', read_only: 'on', deferrable: 'on' }]])
  expect(plain).toEqual([[{ isolation: 'read committed', read_only: 'off', deferrable: 'off' }]])
  await expect(db.transaction([db`DELETE FROM robots`], { readOnly: true })).rejects.toMatchObject({ code: '25006' })
})

test('a stray BEGIN does not leak its transaction into later requests', async () => {
  await query('BEGIN')
  await query("INSERT INTO robots (id, name) VALUES (7, 'r')")

  const results = await Promise.all(Array.from({ length: 8 }, () => query('SELECT id FROM robots')))

  expect(results.map(({ rows }) => rows)).toEqual(Array.from({ length: 8 }, () => [{ id: 7 }]))
})

test('many requests at once keep their parameters and shapes apart', async () => {
  const ids = Array.from({ length: 60 }, (_, id) => id)

  const answers = await Promise.all(
    ids.map((id) =>
      query(
        id % 2 === 0 ? 'SELECT $1::int AS a' : 'SELECT $1::text AS b, $2::int AS c',
        id % 2 === 0 ? [id] : [`${id}`, id],
      ),
    ),
  )

  expect(answers.map(({ rows }) => rows[0])).toEqual(
    ids.map((id) => (id % 2 === 0 ? { a: id } : { b: `${id}`, c: id })),
  )
})

test('requests and statements are counted, and onQuery() sees texts without parameters', async () => {
  const [requests, statements] = [endpoint.requests, endpoint.statements]
  seen = []
  const db = neon(endpoint.connectionString)

  await db.transaction([db`SELECT ${'secret'}::text`, db`SELECT 2`])
  await sql`SELECT 3`.execute(kysely())

  expect(endpoint.requests - requests).toBe(2)
  expect(endpoint.statements - statements).toBe(3)
  expect(seen).toEqual(['SELECT $1::text', 'SELECT 2', 'SELECT 3'])
})

test('a request waits for its turn for longer than a connection may take to be made', async () => {
  const narrow = await startNeonEndpoint({
    connectionString: pglite.connectionString,
    pool: { max: 1, connectionTimeoutMillis: 2_000 },
  })
  neonConfig.fetchEndpoint = narrow.url

  const answers = Promise.all([query('SELECT pg_sleep(3)'), query('SELECT 2 AS n'), query('SELECT 3 AS n')])
  const rows = (await answers).map((answer) => answer.rows)

  neonConfig.fetchEndpoint = endpoint.url
  await narrow.close()
  expect(rows.slice(1)).toEqual([[{ n: 2 }], [{ n: 3 }]])
})

/** An endpoint that runs one request at a time, and reports when each arrives. */
async function startNarrowEndpoint(options: { readonly waitingMax?: number } = {}) {
  let comes = Promise.withResolvers<void>()
  const narrow = await startNeonEndpoint({
    connectionString: pglite.connectionString,
    pool: { max: 1 },
    onQuery: () => comes.resolve(),
    ...options,
  })
  const come = async <Answer>(ask: () => Promise<Answer>): Promise<{ readonly answer: Promise<Answer> }> => {
    comes = Promise.withResolvers()
    const answer = ask()
    await comes.promise
    return { answer }
  }
  const send = (text: string, signal?: AbortSignal) =>
    come(() =>
      fetch(narrow.url, {
        method: 'POST',
        body: JSON.stringify({ query: text }),
        headers: { 'neon-connection-string': 'x', 'neon-raw-text-output': 'true' },
        ...(signal === undefined ? {} : { signal }),
      }),
    )
  return { url: narrow.url, send, come, close: () => narrow.close() }
}

test('a request whose sender has left while it waited is not run', async () => {
  const { send, close } = await startNarrowEndpoint()
  const impatience = new AbortController()

  const first = await send('SELECT pg_sleep(2)')
  const left = await send("INSERT INTO robots (id, name) VALUES (1, 'r')", impatience.signal)
  impatience.abort()
  await expect(left.answer).rejects.toThrow('aborted')
  const last = await send("INSERT INTO robots (id, name) VALUES (2, 's')")
  await Promise.all([first.answer, last.answer])

  expect((await query('SELECT id FROM robots')).rows).toEqual([{ id: 2 }])
  await close()
})

test('when as many wait as may, the next is turned away at once, and those who wait are answered', async () => {
  const { send, close } = await startNarrowEndpoint({ waitingMax: 1 })

  const running = await send('SELECT pg_sleep(2)')
  const waiting = await send('SELECT 1')
  const refused = await send('SELECT 2')

  expect((await refused.answer).status).toBe(503)
  expect([(await running.answer).status, (await waiting.answer).status]).toEqual([200, 200])
  await close()
})

test('what is urgent goes before what waits already, in the order in which it came', async () => {
  const { url, send, come, close } = await startNarrowEndpoint()
  const addRow = (name: string, options: { readonly urgent?: boolean } = {}) =>
    come(() => {
      const db = createDatabase({ connectionString: endpoint.connectionString, fetchEndpoint: url, ...options })
      return sql`INSERT INTO robots (id, name) SELECT count(*), ${name} FROM robots`.execute(db)
    })

  const running = await send('SELECT pg_sleep(2)')
  const plain = await addRow('plain')
  const urgent = [await addRow('urgent', { urgent: true }), await addRow('urgent, later', { urgent: true })]
  await Promise.all([running, plain, ...urgent].map(({ answer }) => answer))
  neonConfig.fetchEndpoint = endpoint.url

  const { rows } = await query('SELECT name FROM robots ORDER BY id')
  expect(rows.map((row) => row['name'])).toEqual(['urgent', 'urgent, later', 'plain'])
  await close()
})
