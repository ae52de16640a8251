import { randomBytes } from 'node:crypto'
import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { lockFolder } from './lock-folder.ts'
import type { PgliteWorkerAnswers, PgliteWorkerData, PgliteWorkerRequest } from './pglite-worker.ts'

export interface PgliteServer {
  /** For any PostgreSQL client on this machine; port and password are made for this start. */
  readonly connectionString: string
  /** All its data, with which another one can begin. */
  dump(): Promise<Blob>
  /** Resolves when no client is connected. */
  unused(): Promise<void>
  close(): Promise<void>
}

export interface PgliteServerOptions {
  /** Where the data is kept; without it the database lives in memory and is gone after `close()`. */
  readonly folder?: string
  /** Where a site is served from it, for others who want the folder. */
  readonly site?: string | undefined
  /** What another one dumped, to begin with: in a fifth of the time that an empty one takes to be made. */
  readonly data?: Blob | undefined
}

/**
 * PostgreSQL without an installation: PGlite in a thread of its own, behind a socket. It is one session shared by all clients, so
 * locks between clients prove nothing here. Throws `FolderInUse` when another process has the folder open. A database that breaks
 * later ends the process.
 */
export async function startPgliteServer({ folder, site, data }: PgliteServerOptions = {}): Promise<PgliteServer> {
  const password = randomBytes(24).toString('hex')
  const workerData: PgliteWorkerData = { password, folder, data }
  // Its errors have no listener but who waits for an answer: that is what ends the process.
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData })
  let unlock = async (): Promise<void> => {}
  try {
    const port = await receive(worker, 'listening')
    const connectionString = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres?sslmode=disable`
    if (folder !== undefined) unlock = await lockFolder(folder, { connectionString, site })
    await ask(worker, 'open')
    let closing: Promise<void> | undefined
    return {
      connectionString,
      dump: () => ask(worker, 'dump'),
      unused: () => ask(worker, 'unused'),
      close: () => (closing ??= close(worker, unlock)),
    }
  } catch (error) {
    await unlock()
    await worker.terminate()
    throw error
  }
}

/** The port listens until the lock is gone: it is what others know a living owner by. */
async function close(worker: Worker, unlock: () => Promise<void>): Promise<void> {
  await ask(worker, 'stop')
  await unlock()
  await ask(worker, 'close')
}

function ask<Request extends PgliteWorkerRequest>(
  worker: Worker,
  request: Request,
): Promise<PgliteWorkerAnswers[Request]> {
  worker.postMessage(request, [])
  return receive(worker, request)
}

type Said = {
  [Name in keyof PgliteWorkerAnswers]: readonly [Name, PgliteWorkerAnswers[Name]]
}[keyof PgliteWorkerAnswers]

/** What the thread says next under this name; rejects with its error when it breaks. */
async function receive<Name extends keyof PgliteWorkerAnswers>(
  worker: Worker,
  name: Name,
): Promise<PgliteWorkerAnswers[Name]> {
  for await (const [said] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[Said]>)
    if (said[0] === name) return said[1] as PgliteWorkerAnswers[Name]
  throw new Error('The database has ended')
}
