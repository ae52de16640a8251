import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { lockFolder } from './lock-folder.ts'

/** PGlite is one session, which runs one statement at a time: a second connection would only wait for the first. */
export const pgliteConnections = 1

export interface PgliteServer {
  /** For any PostgreSQL client; the port is ephemeral. */
  readonly connectionString: string
  /** All its data, with which another one can begin. */
  dump(): Promise<Blob>
  close(): Promise<void>
}

export interface PgliteServerOptions {
  /** Where the data is kept; without it the database lives in memory and is gone after `close()`. */
  readonly folder?: string
  /** What another one dumped, to begin with: in a fifth of the time that an empty one takes to be made. */
  readonly data?: Blob | undefined
}

/**
 * PostgreSQL without an installation: PGlite in a thread of its own, behind a socket. It is one session shared by all clients, so
 * locks between clients prove nothing here. Throws when another process has the folder open.
 */
export async function startPgliteServer(options: PgliteServerOptions = {}): Promise<PgliteServer> {
  const unlock = options.folder === undefined ? async () => {} : await lockFolder(options.folder)
  try {
    return await serve(options, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

async function serve(options: PgliteServerOptions, unlock: () => Promise<void>): Promise<PgliteServer> {
  const worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: options })
  // Without a listener for its errors, a database that breaks later ends the process.
  const exited = new Promise((resolve) => worker.once('exit', resolve))
  const [address] = (await once(worker, 'message')) as [string]
  let closing: Promise<void> | undefined
  return {
    connectionString: `postgresql://postgres:postgres@${address}/postgres?sslmode=disable`,
    async dump() {
      worker.postMessage('dump', [])
      const [data] = (await once(worker, 'message')) as [Blob]
      return data
    },
    close: () =>
      (closing ??= (async () => {
        worker.postMessage('close', [])
        await exited
        await unlock()
      })()),
  }
}
