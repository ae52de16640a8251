/** PGlite in a thread of its own, so that a long statement holds up nobody but those who wait for the database: see `pglite-server.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { PgliteServerOptions } from './pglite-server.ts'

/** More than the endpoint's one, so that other clients on this machine are still let in. */
const connectionsMax = 32

const { folder, data } = workerData as PgliteServerOptions
const database = await PGlite.create({
  ...(folder === undefined ? {} : { dataDir: folder }),
  ...(data === undefined ? {} : { loadDataDir: data }),
})
const socket = new PGLiteSocketServer({ db: database, host: '127.0.0.1', port: 0, maxConnections: connectionsMax })
await socket.start()

parentPort?.on('message', (wish: 'dump' | 'close') => void (wish === 'dump' ? dump() : close()))
parentPort?.postMessage(socket.getServerConn(), [])

async function dump(): Promise<void> {
  parentPort?.postMessage(new Blob([await database.dumpDataDir('none')]), [])
}

/** With its port closed the thread ends. */
async function close(): Promise<void> {
  await socket.stop()
  await database.close()
  parentPort?.close()
}
