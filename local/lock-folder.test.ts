import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUse, findOwner, lockFolder } from './lock-folder.ts'
import { startPasswordGate, type PasswordGate } from './password-gate.ts'

let parent: string
let folder: string
let gates: PasswordGate[]

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'palimpsest-lock-'))
  folder = join(parent, 'database')
  gates = []
})
afterEach(async () => {
  for (const gate of gates) await gate.close()
  await rm(parent, { recursive: true })
})

/** "You are in", and "ask": all that a client wants who only looks. */
const welcome = Buffer.from('R\0\0\0\x08\0\0\0\0Z\0\0\0\x05I', 'latin1')

/** Listens as a database does. */
async function listen(password = 'secret'): Promise<{ gate: PasswordGate; connectionString: string }> {
  const gate = await startPasswordGate(password)
  gates.push(gate)
  gate.open((socket) => socket.resume().write(welcome))
  return { gate, connectionString: `postgresql://me:secret@127.0.0.1:${gate.port}/db?sslmode=disable` }
}

const readLock = async (): Promise<object> => JSON.parse(await readFile(`${folder}.lock`, 'utf8')) as object

/** What a process leaves that ends without a word: its lock, and a port where nobody listens. */
async function leaveLock(changes: object = {}): Promise<void> {
  const { gate, connectionString } = await listen()
  await lockFolder(folder, { connectionString, site: undefined })
  await gate.close()
  await writeFile(`${folder}.lock`, JSON.stringify({ ...(await readLock()), ...changes }))
}

const want = async (): Promise<'had' | FolderInUse> => {
  const { connectionString } = await listen()
  return lockFolder(folder, { connectionString, site: undefined }).then(
    () => 'had' as const,
    (error: unknown) => {
      if (error instanceof FolderInUse) return error
      throw error
    },
  )
}

test('of many processes that want a folder one gets it, and the others learn how to reach that one', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, want))
  expect(all.filter((one) => one === 'had')).toHaveLength(1)
  const owners = all.flatMap((one) => (one === 'had' ? [] : [one.owner]))
  for (const owner of owners) expect(owner).toEqual(await readLock())
  expect(await readdir(parent)).toEqual(['database.lock'])
})

test.each([
  // Above the largest process id of Linux (2^22), so that no process can have it.
  ['a process that is gone', { pid: 99_999_999 }],
  ['a process whose id another one has now', { pid: process.pid }],
])('the lock of %s is taken over, by one of many who want it at once', async (_what, changes) => {
  await leaveLock(changes)
  const all = await Promise.all(Array.from({ length: 8 }, want))
  expect(all.filter((one) => one === 'had')).toHaveLength(1)
  expect(await readdir(parent)).toEqual(['database.lock'])
})

test('a lock whose port another database has now is taken over', async () => {
  await leaveLock({ connectionString: (await listen('another')).connectionString })
  expect(await want()).toBe('had')
})

test('a lock that is released is gone, and one that has another owner by now is left to that one', async () => {
  const { connectionString } = await listen()
  const release = await lockFolder(folder, { connectionString, site: 'http://127.0.0.1:3000' })
  expect(await findOwner(folder)).toMatchObject({ pid: process.pid, site: 'http://127.0.0.1:3000' })
  await release()
  expect(await findOwner(folder)).toBeUndefined()
  expect(await want()).toBe('had')
  await release()
  expect(await findOwner(folder)).toBeDefined()
})

test('one who comes while the folder is being closed waits until it is', async () => {
  const { gate, connectionString } = await listen()
  const release = await lockFolder(folder, { connectionString, site: undefined })
  gate.stop()
  const coming = want()
  await release()
  expect(await coming).toBe('had')
})

test('a lock of another machine or container that does not answer is left alone, and named', async () => {
  await leaveLock({ machine: 'another net:[1] pid:[2]', pid: 7 })
  await expect(want()).rejects.toThrow(
    /process 7 on another has it open, which cannot be reached from here\. Stop it there; .* delete .*database\.lock$/,
  )
  expect(await readdir(parent)).toEqual(['database.lock'])
})

test('a lock of another machine that answers here, as in containers with one network, is used', async () => {
  const { connectionString } = await listen()
  await lockFolder(folder, { connectionString, site: undefined })
  await writeFile(`${folder}.lock`, JSON.stringify({ ...(await readLock()), machine: 'another', pid: 99_999_999 }))
  expect(await want()).toBeInstanceOf(FolderInUse)
})

test('a lock that cannot be read is left alone, and named', async () => {
  await writeFile(`${folder}.lock`, '2850\n')
  await expect(want()).rejects.toThrow(
    /database\.lock is of another version\. Stop the process that wrote it, or delete/,
  )
})
