import { randomBytes } from 'node:crypto'
import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { lockFolder } from './lock-folder.ts'
import type { PgliteWorkerAnswers, PgliteWorkerData, PgliteWorkerRequest } from './pglite-worker.ts'

export interface PgliteServer {
  /** For any PostgreSQL client on this machine; port and password are new at each start. */
  readonly connectionString: string
  /** All its data, from which another server can start. */
  dump(): Promise<Blob>
  /** Resolves when no client is connected. */
  unused(): Promise<void>
  close(): Promise<void>
}

export interface PgliteServerOptions {
  /** The data's folder; without it the database is in memory and gone after `close()`. */
  readonly folder?: string
  /** The address of a site served from it, for other processes that want the folder. */
  readonly site?: string | undefined
  /** Initial data from another's `dump`; takes a fifth of the time of creating an empty database. */
  readonly data?: Blob | undefined
}

/**
 * PostgreSQL without an installation: PGlite in its own thread, behind a socket. All clients share one session, so
 * locks between them prove nothing. Throws `FolderInUse` if another process has the folder open. A later failure of the
 * database ends the process.
 */
export async function startPgliteServer({ folder, site, data }: PgliteServerOptions = {}): Promise<PgliteServer> {
  const password = randomBytes(24).toString('hex')
  const workerData: PgliteWorkerData = { password, folder, data }
  // Errors are only listened to while waiting for an answer; otherwise they end the process, as intended.
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

/** The port stays open until the lock is removed: by it others recognise a living owner. */
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

/** The thread's next message with this name; rejects with its error if it fails. */
async function receive<Name extends keyof PgliteWorkerAnswers>(
  worker: Worker,
  name: Name,
): Promise<PgliteWorkerAnswers[Name]> {
  for await (const [said] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[Said]>)
    if (said[0] === name) return said[1] as PgliteWorkerAnswers[Name]
  throw new Error('The database has ended')
}
