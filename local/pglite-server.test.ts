import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPgliteServer } from './pglite-server.ts'

let parent: string

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'palimpsest-pglite-'))
})

afterAll(() => rm(parent, { recursive: true }))

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

test(
  'a data folder keeps its rows from one start to the next, and only one start has it open',
  { timeout: 60_000 },
  async () => {
    const folder = join(parent, 'nested', 'database')
    const first = await startPgliteServer({ folder })
    await query(first.connectionString, 'CREATE TABLE kept AS SELECT 1 AS one')

    await expect(startPgliteServer({ folder })).rejects.toThrow(`process ${process.pid} has it open`)
    await first.close()
    const second = await startPgliteServer({ folder })

    expect(await query(second.connectionString, 'SELECT * FROM kept')).toEqual([{ one: 1 }])
    await second.close()
  },
)

test('a lock left behind by a crash is taken over', { timeout: 60_000 }, async () => {
  const folder = join(parent, 'crashed')
  // Above the largest process id of Linux (2^22), so that no process can have it.
  await writeFile(`${folder}.lock`, '99999999\n')

  const server = await startPgliteServer({ folder })

  expect(await query(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await server.close()
})

test('whoever asks goes on with other work while a statement runs', { timeout: 60_000 }, async () => {
  const server = await startPgliteServer()
  const client = new Client({ connectionString: server.connectionString })
  await client.connect()
  let [answered, longest, last] = [false, 0, performance.now()]
  const asked = client.query('SELECT pg_sleep(2)').then(() => (answered = true))

  while (!answered) {
    await new Promise(setImmediate)
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  await asked

  expect(longest).toBeLessThan(1_900)
  await client.end()
  await server.close()
})

test('data that is no database is refused, and the folder is free again', { timeout: 60_000 }, async () => {
  const folder = join(parent, 'broken')

  await expect(startPgliteServer({ folder, data: new Blob(['no database']) })).rejects.toThrow()

  await expect(access(`${folder}.lock`)).rejects.toThrow('ENOENT')
})
