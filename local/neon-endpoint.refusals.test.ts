import { neon, neonConfig } from '@neondatabase/serverless'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startNeonEndpoint, type NeonEndpoint, type NeonEndpointOptions } from './neon-endpoint.ts'
import { startPgliteServer, type PgliteServer } from './pglite-server.ts'

let pglite: PgliteServer
let endpoint: NeonEndpoint
let fault: NeonEndpointOptions['before']

beforeAll(async () => {
  pglite = await startPgliteServer()
  endpoint = await startNeonEndpoint({
    connectionString: pglite.connectionString,
    before: (request) => fault?.(request),
  })
})

afterAll(async () => {
  await endpoint.close()
  await pglite.close()
})

beforeEach(() => {
  fault = undefined
  neonConfig.fetchEndpoint = endpoint.url
})

const query = (text: string) => neon(endpoint.connectionString, { fullResults: true }).query(text)

function post(body: string, headers: Record<string, string>): Promise<Response> {
  const neonHeaders = { 'neon-connection-string': endpoint.connectionString, 'neon-raw-text-output': 'true' }
  return fetch(endpoint.url, { method: 'POST', body, headers: { ...neonHeaders, ...headers } })
}

test('before() answers instead of the database, or hangs up', async () => {
  fault = () => Response.json({ message: 'too many connections' }, { status: 500 })
  await expect(query('SELECT 1')).rejects.toThrow('Server error (HTTP status 500): {"message":"too many connections"}')

  fault = () => Response.error()
  await expect(query('SELECT 1')).rejects.toThrow('Error connecting to database')

  fault = undefined
  expect((await query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

test.each([
  ['a body that is no JSON', '{', {}, 400, 'does not parse'],
  ['a body of another shape', '{"sql":"SELECT 1"}', {}, 400, '{"query"'],
  ['an unknown isolation level', '{"queries":[]}', { 'neon-batch-isolation-level': 'Chaos' }, 400, 'Chaos'],
  [
    'other output than raw text',
    '{"query":"SELECT 1"}',
    { 'neon-raw-text-output': 'false' },
    400,
    'Neon-Raw-Text-Output',
  ],
])('%s gets a precise refusal', async (_what, body, headers, status, words) => {
  const response = await post(body, headers)

  expect(response.status).toBe(status)
  expect((await response.json()).message).toContain(words)
})

test("a web page cannot reach the database: no CORS, no request without the driver's headers", async () => {
  const plain = await fetch(endpoint.url, { method: 'POST', body: '{"query":"SELECT 1"}' })
  const preflight = await fetch(endpoint.url, { method: 'OPTIONS' })

  expect(plain.status).toBe(400)
  expect(preflight.status).toBe(405)
  expect(preflight.headers.has('access-control-allow-origin')).toBe(false)
})

test('an exclusive endpoint answers only those who name the password', async () => {
  const exclusive = await startNeonEndpoint({ connectionString: pglite.connectionString, exclusive: true })
  neonConfig.fetchEndpoint = exclusive.url
  const ask = (connectionString: string) =>
    neon(connectionString)`SELECT 1 AS one`.catch((error: unknown) => String(error))

  expect(await ask(pglite.connectionString)).toEqual([{ one: 1 }])
  expect(await ask(pglite.connectionString.replace(/:\w+@/, ':other@'))).toContain('HTTP status 403')
  expect(await ask(pglite.connectionString.replace(/:\w+@/, '@'))).toContain('HTTP status 403')
  await exclusive.close()
})

test('unknown paths and methods get 404 and 405', async () => {
  expect((await fetch(new URL('/other', endpoint.url), { method: 'POST' })).status).toBe(404)
  expect((await fetch(endpoint.url)).status).toBe(405)
})

test('an unreachable database is a 503 that names neither host nor password', async () => {
  const gone = await startPgliteServer()
  await gone.close()
  const connectionString = gone.connectionString.replace(/postgres:\w+@/, 'postgres:pa55word@')
  const orphan = await startNeonEndpoint({ connectionString })
  neonConfig.fetchEndpoint = orphan.url

  const failure = await neon(connectionString)`SELECT 1`.catch((error: unknown) => String(error))
  await orphan.close()

  expect(failure).toContain('Server error (HTTP status 503): {"message":"The database does not answer (ECONNREFUSED)"}')
  expect(failure).not.toContain('pa55word')
})

test('close() lets the request in flight finish, then refuses connections', async () => {
  const released = Promise.withResolvers<void>()
  const entered = Promise.withResolvers<void>()
  const closing = await startNeonEndpoint({
    connectionString: pglite.connectionString,
    before: async () => {
      entered.resolve()
      await released.promise
      return undefined
    },
  })
  neonConfig.fetchEndpoint = closing.url
  const answer = neon(closing.connectionString)`SELECT 1 AS one`.then((rows) => rows)
  await entered.promise

  const closed = closing.close()
  released.resolve()

  expect(await answer).toEqual([{ one: 1 }])
  await closed
  await expect(neon(closing.connectionString)`SELECT 1`).rejects.toThrow('Error connecting to database')
})
