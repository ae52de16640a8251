import { randomBytes } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as v from 'valibot'
import { CommandFailure } from './command-failure.ts'
import { connectOnce } from './connect-once.ts'

const ownerSchema = v.object({
  /** Distinguishes locks; not a secret. */
  id: v.string(),
  pid: v.number(),
  /** The machine of the process id and the loopback address; a container is its own. */
  machine: v.string(),
  /** The database's address on that machine, with a password that is stored nowhere else. */
  connectionString: v.string(),
  /** The address of a site served from it; absent for a command. */
  site: v.optional(v.string()),
})

/** Who has a data folder open, as its lock file says. */
export type FolderOwner = v.InferOutput<typeof ownerSchema>

/** Thrown when another process has the folder open and answers. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
  readonly owner: FolderOwner

  constructor(folder: string, owner: FolderOwner) {
    super(`Cannot open the database in ${folder}: process ${owner.pid} has it open`)
    this.owner = owner
  }
}

/** While another process is opening or closing the folder: milliseconds between looks, and their limit. */
const [lookAgainMs, looksMax] = [100, 300]

/** Time limit for a database that is being opened, in milliseconds. */
const openMs = 60_000

/**
 * Locks a data folder for one process by a `<folder>.lock` file that only this user can read. The owner must listen at
 * its connection string from before the lock until after it: a lock counts as long as that answers, which ends with the
 * process. A stale lock is taken over. Throws `FolderInUse`, or `CommandFailure` if it is unclear whether the owner
 * lives.
 */
export async function lockFolder(
  folder: string,
  { connectionString, site }: Pick<FolderOwner, 'connectionString' | 'site'>,
): Promise<() => Promise<void>> {
  const path = `${folder}.lock`
  const owner = { id: randomBytes(8).toString('hex'), pid: process.pid, machine: nameMachine(), connectionString, site }
  await mkdir(dirname(path), { recursive: true })
  for (let look = 0; look < looksMax; look++) {
    if (await claim(path, owner)) return () => release(path, owner.id)
    const other = await findOwner(folder)
    if (other !== undefined) throw new FolderInUse(folder, other)
  }
  throw new CommandFailure(`Cannot open the database in ${folder}: other processes are opening it. Try again`)
}

/**
 * The process that has the folder open and answers; undefined if none has, after removing a stale lock. Waits for one
 * that is closing it. Throws `CommandFailure` if it is unclear whether the owner lives.
 */
export async function findOwner(folder: string): Promise<FolderOwner | undefined> {
  const path = `${folder}.lock`
  for (let look = 0; look < looksMax; look++) {
    const owner = await readOwner(folder)
    if (owner === undefined) return undefined
    const state = await judge(owner)
    if (state === 'open') return owner
    if (state === 'unknown') throw new CommandFailure(describeUnknown(folder, owner))
    if (state === 'left behind' && (await removeLeft(path, owner.id))) return undefined
    await sleep(lookAgainMs)
  }
  throw new CommandFailure(
    `Cannot open the database in ${folder}: it is being closed, and not yet done. Try again; if this stays so, delete ${path}*`,
  )
}

async function judge({
  machine,
  pid,
  connectionString,
}: FolderOwner): Promise<'open' | 'closing' | 'left behind' | 'unknown'> {
  const isHere = machine === nameMachine()
  if (isHere && !isRunning(pid)) return 'left behind'
  try {
    await connectOnce(connectionString, openMs)
    return 'open'
  } catch (error) {
    const { code, message } = error as { readonly code?: unknown; readonly message: string }
    if (code === '57P03') return 'closing'
    // Nothing listens there, or something else does. A busy owner would have made the connection wait.
    return isHere && !message.startsWith('timeout') ? 'left behind' : 'unknown'
  }
}

function describeUnknown(folder: string, { machine, pid }: FolderOwner): string {
  const who =
    machine === nameMachine()
      ? `process ${pid} has it open and does not answer`
      : `process ${pid} on ${machine.split(' ')[0]} has it open, which cannot be reached from here`
  return `Cannot open the database in ${folder}: ${who}. Stop it there; if it does not run any more, delete ${folder}.lock`
}

/** `link` creates the lock with its content in one step: no other process can see it empty. */
async function claim(path: string, content: object): Promise<boolean> {
  const draft = `${path}.${randomBytes(8).toString('hex')}`
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 })
  try {
    await link(draft, path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function release(path: string, id: string): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => '')
  if (text.includes(id)) await rm(path, { force: true })
}

/**
 * Removes a stale lock; returns whether this process did it. Only one may, or two would remove each other's new lock.
 */
async function removeLeft(path: string, id: string): Promise<boolean> {
  const mark = `${path}.${id}.left`
  if (!(await claim(mark, {}))) return false
  await release(path, id)
  await rm(mark, { force: true })
  return true
}

async function readOwner(folder: string): Promise<FolderOwner | undefined> {
  const path = `${folder}.lock`
  try {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), ownerSchema), await readFile(path, 'utf8'))
    if (parsed.success) return parsed.output
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    if (!(error instanceof Error && 'code' in error && error.code === 'EACCES')) throw error
    throw new CommandFailure(`Cannot open the database in ${folder}: another user has it open (${path} is theirs)`)
  }
  throw new CommandFailure(
    `Cannot open the database in ${folder}: ${path} is of another version. Stop the process that wrote it, or delete the file if there is none`,
  )
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A name shared by processes that see each other and share a loopback address. */
const nameMachine = (): string => [hostname(), readNamespace('net'), readNamespace('pid')].join(' ').trim()

function readNamespace(kind: 'net' | 'pid'): string {
  try {
    return readlinkSync(`/proc/self/ns/${kind}`)
  } catch {
    return ''
  }
}
