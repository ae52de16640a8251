import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { lockFolder } from './lock-folder.ts'

/** More than the endpoint's pool, so that another client on this machine is still let in. */
const connectionsMax = 32

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
 * PostgreSQL without an installation: PGlite behind a socket. It is one session shared by all clients, so locks between
 * clients prove nothing here. Throws when another process has the folder open.
 */
export async function startPgliteServer({ folder, data }: PgliteServerOptions = {}): Promise<PgliteServer> {
  const unlock = folder === undefined ? async () => {} : await lockFolder(folder)
  let database: PGlite | undefined
  try {
    database = await PGlite.create({
      ...(folder === undefined ? {} : { dataDir: folder }),
      ...(data === undefined ? {} : { loadDataDir: data }),
    })
    return await serve(database, unlock)
  } catch (error) {
    await database?.close()
    await unlock()
    throw error
  }
}

async function serve(database: PGlite, unlock: () => Promise<void>): Promise<PgliteServer> {
  const socket = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: connectionsMax })
  await socket.start()
  let closing: Promise<void> | undefined
  return {
    connectionString: `postgresql://postgres:postgres@${socket.getServerConn()}/postgres?sslmode=disable`,
    dump: () => database.dumpDataDir('none'),
    close: () =>
      (closing ??= (async () => {
        await socket.stop()
        await database.close()
        await unlock()
      })()),
  }
}
