import { neon, neonConfig, NeonDbError } from '@neondatabase/serverless'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startNeonEndpoint, type NeonEndpoint } from './neon-endpoint.ts'
import { startPgliteServer, type PgliteServer } from './pglite-server.ts'
import { DatabaseError } from '../lib/db/database-error.ts'
import { queryNeon } from '../lib/db/query-neon.ts'

let pglite: PgliteServer
let endpoint: NeonEndpoint
beforeAll(async () => {
  pglite = await startPgliteServer()
  endpoint = await startNeonEndpoint({ connectionString: pglite.connectionString })
  await ours('create table counted (a int)')
})
afterAll(async () => {
  await endpoint.close()
  await pglite.close()
})

const ours = (sql: string, parameters: readonly unknown[] = []) =>
  queryNeon({ connectionString: pglite.connectionString, fetchEndpoint: endpoint.url }, { sql, parameters })

/** As Neon's own driver runs it. */
async function theirs(sql: string, parameters: readonly unknown[] = []) {
  neonConfig.fetchEndpoint = endpoint.url
  const { command, rowCount, rows } = await neon(pglite.connectionString, { fullResults: true }).query(sql, [
    ...parameters,
  ])
  return { command, rowCount, rows }
}

const awkward = [
  'plain',
  '',
  'with, comma',
  'quo"te',
  'back\\slash',
  '{braces}',
  'NULL',
  ' space ',
  'line\nend',
  'اردو',
]

describe('queryNeon() gives what Neon’s own driver gives', () => {
  test.each([
    ['booleans', 'select true as yes, false as no, null::bool as unknown', []],
    ['numbers', 'select 1::int2 as a, -2::int4 as b, 9007199254740993::int8 as c, 1.50::numeric as d', []],
    ['JSON', `select '{"a": [1, null, "x"]}'::jsonb as b, '[]'::json as c, 'null'::jsonb as d`, []],
    [
      'moments',
      `select '2026-01-02 03:04:05.678901+05:30'::timestamptz as a, '0999-12-31 23:59Z'::timestamptz as b`,
      [],
    ],
    ['arrays', 'select $1::text[] as a, $2::text[] as b', [awkward, []]],
    ['arrays with nothing in a place', 'select $1::text[] as a', [['a', null, 'b']]],
    ['parameters', 'select $1::text as a, $2::int as b, $3::bool as c, $4::text as d', ['x', 7, true, null]],
    ['other types as text', `select '0b7d4c1e-5a2f-4e8b-9c3d-1f2a3b4c5d6e'::uuid as a`, []],
    ['no rows', 'select 1 as one where false', []],
    ['counts of changes', 'insert into counted values (1), (2)', []],
  ])('%s', async (_, sql, parameters) => {
    expect(await ours(sql, parameters)).toEqual(await theirs(sql, parameters))
  })

  test('a moment as a parameter', async () => {
    const sql = 'select $1::timestamptz as a'
    const moment = new Date('2026-01-02T03:04:05.678Z')
    expect((await ours(sql, [moment])).rows).toEqual([{ a: moment }])
    expect((await theirs(sql, [moment])).rows).toEqual([{ a: moment }])
  })

  test('the refusal of a statement, by its code and constraint', async () => {
    await ours('create table if not exists refused (a int constraint positive check (a > 0))')
    const sql = 'insert into refused values (-1)'
    const [mine, other] = await Promise.all([ours, theirs].map((run) => run(sql).catch((error: unknown) => error)))
    expect(mine).toBeInstanceOf(DatabaseError)
    expect(other).toBeInstanceOf(NeonDbError)
    const { message, code, constraint } = other as NeonDbError
    expect(mine).toMatchObject({ message, code, constraint })
  })
})

test('queryNeon() asks Neon where, and as, Neon’s own driver does', async () => {
  const connectionString = 'postgresql://user:p%40ss@ep-name-123.eu-central-1.aws.neon.tech/shop?sslmode=require'
  const asked: { url: string; method: unknown; body: unknown; headers: Record<string, unknown> }[] = []
  const record = (url: string, { method, body, headers }: RequestInit): Promise<Response> => {
    asked.push({ url, method, body, headers: headers as Record<string, unknown> })
    return Promise.resolve(Response.json({ command: 'SELECT', rowCount: 0, fields: [], rows: [] }))
  }
  const statement = { sql: 'select $1, $2, $3', parameters: ['a', 1, ['b']] }

  const network = vi.spyOn(globalThis, 'fetch').mockImplementation(record as typeof fetch)
  await queryNeon({ connectionString }, statement)
  network.mockRestore()
  neonConfig.fetchEndpoint = defaultEndpoint
  neonConfig.fetchFunction = record
  await neon(connectionString).query(statement.sql, statement.parameters)
  neonConfig.fetchFunction = undefined

  const [mine, other] = asked
  expect(mine?.headers['Neon-Connection-String']).toBe(connectionString)
  // The driver adds its own name to the address, so that Neon can count its users.
  const named = String(other?.headers['Neon-Connection-String'])
  expect(named).toContain(`${connectionString}&application_name=`)
  expect(mine).toEqual({ ...other, headers: { ...other?.headers, 'Neon-Connection-String': connectionString } })
})

const { fetchEndpoint: defaultEndpoint } = neonConfig

test.each([
  ['an object', {}],
  ['a function', () => 1],
])('queryNeon() refuses to send %s as a parameter', async (_, parameter) => {
  await expect(ours('select $1', [parameter])).rejects.toThrow('Cannot send a parameter of type')
})

test.each([
  ['no server', () => Response.error()],
  ['a page', () => new Response('<html>', { status: 200 })],
  ['a server’s error', () => Response.json({ message: 'no' }, { status: 500 })],
  ['a refusal without a code', () => Response.json({ message: 'no' }, { status: 400 })],
  ['something else', () => Response.json({ rows: 1 })],
])('queryNeon() takes %s for no answer of the database', async (_, answer) => {
  const network = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(answer()))
  const failure = await ours('select 1').catch((error: unknown) => error)
  network.mockRestore()
  expect(failure).toBeInstanceOf(DatabaseError)
  expect(failure).toMatchObject({ code: undefined })
})
