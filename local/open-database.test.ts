import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres } from '../test/support/start-postgres.ts'
import { listen } from './listen.ts'
import { openDatabase } from './open-database.ts'
import { startPgliteServer } from './pglite-server.ts'

test("without DATABASE_URL the data is kept in the project's own folder", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'palimpsest-data-'))
  const database = await openDatabase({ databaseUrl: '', dataDir })

  const { rows } = await sql`select 1 as one`.execute(database.db)
  await database.close()

  expect(rows).toEqual([{ one: 1 }])
  expect(database).toMatchObject({ local: true, place: expect.stringMatching(/^PGlite in .*database$/) })
  expect(await readdir(dataDir)).toEqual(['database'])
  await rm(dataDir, { recursive: true })
})

test('any PostgreSQL is reached through the endpoint, and is described without its user and password', async () => {
  const postgres = await startPgliteServer()
  const databaseUrl = postgres.connectionString.replace('//postgres:', '//someone:')
  const database = await openDatabase({ databaseUrl, dataDir: '/nowhere' })

  const { rows } = await sql`select 1 as one`.execute(database.db)
  await database.close()
  await postgres.close()

  expect(rows).toEqual([{ one: 1 }])
  expect(database).toMatchObject({
    local: false,
    connectionString: databaseUrl,
    fetchEndpoint: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/sql$/),
  })
  expect(database.place).toMatch(/^PostgreSQL at 127\.0\.0\.1:\d+\/postgres$/)
})

test('a database that is not there is one line with its address and without its password', async () => {
  const gone = await startPgliteServer()
  await gone.close()
  const databaseUrl = gone.connectionString.replace(/postgres:\w+@/, 'someone:pa55word@')

  await expect(openDatabase({ databaseUrl, dataDir: '/nowhere' })).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:\d+\/postgres does not answer \(nothing listens there, ECONNREFUSED\): check that it runs and that DATABASE_URL names it$/,
  )
})

/** A PostgreSQL without TLS, and what is none. */
const servers = { postgres: '', pages: '' }
let closeServers: () => Promise<void>
beforeAll(async () => {
  const [postgres, pages] = [await startPostgres(), await listen(createServer((_, response) => response.end('<html>')))]
  Object.assign(servers, { postgres: new URL(postgres.connectionString).host, pages: new URL(pages.url).host })
  closeServers = async () => {
    await Promise.all([postgres.close(), pages.close()])
  }
})
afterAll(() => closeServers())

test.each<readonly [string, keyof typeof servers, string, string]>([
  [
    'postgres:postgres',
    'postgres',
    'postgres?sslmode=require',
    'has no TLS, which sslmode in DATABASE_URL asks for: take',
  ],
  ['postgres:pa55word', 'postgres', 'postgres', 'refuses the password in DATABASE_URL: check'],
  ['someone:pa55word', 'postgres', 'postgres', 'refuses the password in DATABASE_URL: check'],
  ['postgres:postgres', 'postgres', 'pa', 'has no such database: make it'],
  ['me:pa55word', 'pages', 'db', 'hung up: check that it is a PostgreSQL server'],
  ['me:pa55word', 'pages', 'db?sslmode=require', 'does not answer as a PostgreSQL server does: check host and port'],
])('what a server says to a wrong setting is described in words (%s at %s/%s)', async (user, server, rest, words) => {
  const databaseUrl = `postgresql://${user}@${servers[server]}/${rest}`
  const failure = await openDatabase({ databaseUrl, dataDir: '/nowhere' }).catch(String)
  expect(failure).toContain(words)
  expect(failure).not.toMatch(/pa55|55word/)
})

test.each(['mysql://user:pa55word@host/db', 'pa55word'])(
  'a DATABASE_URL that is none is refused without showing it',
  async (databaseUrl) => {
    await expect(openDatabase({ databaseUrl, dataDir: '/nowhere' })).rejects.toThrow(
      /^DATABASE_URL has [a-z ]+: wanted "postgresql:\/\/user:password@host\/database"$/,
    )
  },
)
