import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { createDatabase } from './create-database.ts'
import { isDatabaseUnavailable } from './database-unavailable.ts'
import { describeUnavailable } from './describe-unavailable.ts'

const closers: (() => unknown)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const secret = 'canary-password'

/** What the driver throws when this answers in the database's place. */
async function failAt(answer: RequestListener | undefined): Promise<unknown> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await new Promise((resolve) => {
    server.once('listening', resolve)
  })
  const { port } = server.address() as AddressInfo
  closers.push(() => server.close())
  if (answer === undefined) server.close()
  const connectionString = `postgresql://user:${secret}@db.test/palimpsest`
  const db = createDatabase({ connectionString, fetchEndpoint: `http://127.0.0.1:${port}/sql` })
  return sql`select 1`.execute(db).catch((error: unknown) => error)
}

const sends =
  (status: number, body: string): RequestListener =>
  ({ headers }, response) =>
    response.writeHead(status).end(body.replace('HEADERS', JSON.stringify(JSON.stringify(headers)).slice(1, -1)))

test.each<readonly [string, RequestListener | undefined, string]>([
  [
    'a page in place of a result',
    sends(200, '<!doctype html>HEADERS'),
    'It answered with a web page (HTTP status 200), as no database does',
  ],
  ['a proxy’s page', sends(502, '<html>HEADERS'), 'It answered with a web page (HTTP status 502), as no database does'],
  [
    'a page that is not found',
    sends(404, 'HEADERS not found'),
    'It answered with no JSON (HTTP status 404), as no database does',
  ],
  [
    'another API',
    sends(200, '{"ok":true}'),
    'It answered with JSON that is no result (HTTP status 200), as no database does',
  ],
  ['a list', sends(200, '[]'), 'It answered with JSON that is no result (HTTP status 200), as no database does'],
  ['a word', sends(400, '"no"'), 'It answered with JSON that is no result (HTTP status 400), as no database does'],
  ['a gateway', sends(503, '{"message":"HEADERS"}'), 'What stands in front of it had no answer (HTTP status 503)'],
  ['a refusal for now', sends(400, '{"message":"HEADERS","code":"57P01"}'), 'It refused for now (SQLSTATE 57P01)'],
  ['a refusal without a reason', sends(400, '{"message":"HEADERS"}'), 'It refused without saying why'],
  ['nobody', undefined, 'It could not be reached (ECONNREFUSED)'],
])('%s is described in words, without a secret', async (_what, answer, words) => {
  const error = await failAt(answer)
  expect(isDatabaseUnavailable(error)).toBe(true)
  expect(describeUnavailable(error)).toBe(words)
})
