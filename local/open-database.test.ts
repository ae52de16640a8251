import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
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
  const databaseUrl = postgres.connectionString.replace('postgres:postgres', 'someone:pa55word')
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
  const databaseUrl = gone.connectionString.replace('postgres:postgres', 'someone:pa55word')

  await expect(openDatabase({ databaseUrl, dataDir: '/nowhere' })).rejects.toThrow(
    /^PostgreSQL at 127\.0\.0\.1:\d+\/postgres does not answer: check that it runs and that DATABASE_URL names it$/,
  )
})

test.each(['mysql://user:pa55word@host/db', 'pa55word'])(
  'a DATABASE_URL that is none is refused without showing it',
  async (databaseUrl) => {
    await expect(openDatabase({ databaseUrl, dataDir: '/nowhere' })).rejects.toThrow(
      /^DATABASE_URL is no PostgreSQL connection string: wanted postgresql:\/\/user:password@host\/database$/,
    )
  },
)
