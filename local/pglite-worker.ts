/**
 * PGlite in its own thread, so that a long statement only delays those who wait for the database; see
 * `pglite-server.ts`.
 */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { startPasswordGate } from './password-gate.ts'
import { sharePglite } from './share-pglite.ts'

export interface PgliteWorkerData {
  readonly password: string
  readonly folder: string | undefined
  readonly data: Blob | undefined
}

/** The thread's messages by name: `listening` by itself, the others when a request is done. */
export interface PgliteWorkerAnswers {
  /** The port, which accepts no client yet. */
  readonly listening: number
  /** Creates the database and accepts clients; the first request. */
  readonly open: undefined
  readonly dump: Blob
  /** Answered when no client is connected. */
  readonly unused: undefined
  /** Disconnects all clients and closes the database; the port stays open. */
  readonly stop: undefined
  /** Closes the port; with that the thread ends. */
  readonly close: undefined
}

export type PgliteWorkerRequest = Exclude<keyof PgliteWorkerAnswers, 'listening'>

/** More than the endpoint's one, so that other clients on this machine can connect. */
const connectionsMax = 32

if (parentPort === null) throw new Error('Not a thread')
const port = parentPort
const say = <Name extends keyof PgliteWorkerAnswers>(name: Name, answer: PgliteWorkerAnswers[Name]): void =>
  port.postMessage([name, answer], [])

const { password, folder, data } = workerData as PgliteWorkerData
const gate = await startPasswordGate(password)
say('listening', gate.port)
await once(port, 'message')

const database = await PGlite.create({
  ...(folder === undefined ? {} : { dataDir: folder }),
  ...(data === undefined ? {} : { loadDataDir: data }),
})
gate.open(sharePglite(database, connectionsMax))

const grant: Readonly<Record<Exclude<PgliteWorkerRequest, 'open'>, () => Promise<void>>> = {
  dump: async () => say('dump', new Blob([await database.dumpDataDir('none')])),
  unused: () => gate.empty().then(() => say('unused', undefined)),
  async stop() {
    gate.stop()
    await database.close()
    say('stop', undefined)
  },
  async close() {
    await gate.close()
    say('close', undefined)
    port.close()
  },
}
port.on('message', (request: keyof typeof grant) => void grant[request]())
say('open', undefined)
