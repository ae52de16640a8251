import { access, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type QueryArrayConfig } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FolderInUse } from './lock-folder.ts'
import { startPgliteServer, type PgliteServer } from './pglite-server.ts'

let parent: string
let shared: PgliteServer

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'palimpsest-pglite-'))
  shared = await startPgliteServer()
})
afterAll(async () => {
  await shared.close()
  await rm(parent, { recursive: true })
})

/** Errors while nothing is asked are kept, as pools do. */
async function connect(connectionString: string): Promise<{ client: Client; heard: unknown[] }> {
  const client = new Client({ connectionString })
  const heard: unknown[] = []
  client.on('error', (error: Error & { code?: string }) => heard.push(error.code))
  await client.connect()
  return { client, heard }
}

async function query(connectionString: string, text: string): Promise<unknown[]> {
  const { client } = await connect(connectionString)
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

/** In parts, as with parameters. */
const extended = (text: string, values: unknown[] = []): QueryArrayConfig & { queryMode: 'extended' } => ({
  text,
  values,
  rowMode: 'array',
  queryMode: 'extended',
})

test('a client gets its own answers, whatever fails for others or is open in a transaction', async () => {
  const ask = async (name: string): Promise<unknown[]> => {
    const { client } = await connect(shared.connectionString)
    const answers: unknown[] = []
    for (let at = 0; at < 30; at++)
      answers.push((await client.query(extended('select $1::text', [`${name} ${at}`]))).rows[0])
    await client.end()
    return answers
  }
  const fail = async (): Promise<void> => {
    const { client } = await connect(shared.connectionString)
    for (let at = 0; at < 30; at++)
      await expect(client.query(extended('select 1 / $1::int', [0]))).rejects.toThrow('division by zero')
    await client.end()
  }
  const rollBack = async (): Promise<void> => {
    const { client } = await connect(shared.connectionString)
    for (let at = 0; at < 30; at++) {
      await client.query('begin')
      await expect(client.query(extended('nonsense'))).rejects.toThrow('syntax error')
      await client.query('rollback')
    }
    await client.end()
  }
  const [one, other] = await Promise.all([ask('one'), ask('other'), fail(), fail(), rollBack()])
  expect(one).toEqual(Array.from({ length: 30 }, (_, at) => [`one ${at}`]))
  expect(other).toEqual(Array.from({ length: 30 }, (_, at) => [`other ${at}`]))
})

test('a client that leaves in a transaction leaves nothing of it, and holds up nobody', async () => {
  const { client } = await connect(shared.connectionString)
  await client.query('create table left_behind (id int)')
  await client.query('begin')
  await client.query('insert into left_behind values (1)')
  const next = query(shared.connectionString, 'select * from left_behind')
  // As a process that is killed does.
  ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
  expect(await next).toEqual([])
})

test('nobody is let in without the password, which stands in the lock file that only its user can read', async () => {
  const folder = join(parent, 'guarded')
  const server = await startPgliteServer({ folder, site: 'http://127.0.0.1:3000' })
  const wrong = server.connectionString.replace(/:\w+@/, ':postgres@')
  await expect(connect(wrong)).rejects.toMatchObject({ code: '28P01' })
  await expect(connect(server.connectionString.replace(/:\w+@/, '@'))).rejects.toMatchObject({ code: '28P01' })
  expect((await stat(`${folder}.lock`)).mode & 0o777).toBe(0o600)
  expect(await readFile(`${folder}.lock`, 'utf8')).toContain(server.connectionString)
  await server.close()
})

test('a data folder keeps its rows from one start to the next, and only one start has it open', async () => {
  const folder = join(parent, 'nested', 'database')
  const first = await startPgliteServer({ folder, site: 'http://127.0.0.1:3000' })
  await query(first.connectionString, 'CREATE TABLE kept AS SELECT 1 AS one')

  const refused = await startPgliteServer({ folder }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(FolderInUse)
  const { owner } = refused as FolderInUse
  expect(owner).toMatchObject({ pid: process.pid, site: 'http://127.0.0.1:3000' })
  expect(await query(owner.connectionString, 'SELECT * FROM kept')).toEqual([{ one: 1 }])
  const { client, heard } = await connect(owner.connectionString)
  await first.close()
  await expect.poll(() => heard).toContain('57P01')
  await client.end()
  const second = await startPgliteServer({ folder })

  expect(await query(second.connectionString, 'SELECT * FROM kept')).toEqual([{ one: 1 }])
  await second.close()
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

  await expect(startPgliteServer({ folder, data: new Blob(['no database']) })).rejects.toThrow(
    'PGlite failed to initialize',
  )

  await expect(access(`${folder}.lock`)).rejects.toThrow('ENOENT')
})
