import type { Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { sendAway } from './postgres-wire.ts'

/** Serves a client after its startup, until it disconnects. */
export type ServeClient = (socket: Socket, startup: Buffer) => void

interface Turn {
  readonly client: Socket
  readonly messages: readonly Uint8Array[]
}

/** Messages that belong to the next `Sync`: Parse, Bind, Describe, Execute, Close. */
const partial = 'PBDEC'
const terminate = 'X'
const idle = 'I'

/**
 * Shares PGlite's one session among clients, one whole request at a time: another client's message between the parts of
 * a request, or before the `Sync` after its error, would affect the wrong statement. A client in a transaction holds
 * the session until it ends or disconnects. A failure of the database itself is an unhandled rejection.
 */
export function sharePglite(database: PGlite, connectionsMax: number): ServeClient {
  const clients = new Set<Socket>()
  const turns: Turn[] = []
  let owner: Socket | undefined
  let running = false

  const runTurns = async (): Promise<void> => {
    if (running) return
    running = true
    for (let turn = takeTurn(turns, owner); turn !== undefined; turn = takeTurn(turns, owner)) {
      const { client, messages } = turn
      const status = await run(database, messages, (data) => {
        if (client.writable) client.write(data)
      }).catch((error: unknown) => {
        client.destroy()
        if (database.closed) return idle
        throw error
      })
      owner = status === idle ? undefined : client
      if (owner !== undefined && !clients.has(owner)) turns.unshift({ client: owner, messages: abandon })
    }
    running = false
  }

  const leave = (client: Socket): void => {
    clients.delete(client)
    turns.splice(0, turns.length, ...turns.filter((turn) => turn.client !== client))
    if (owner !== client) return
    turns.push({ client, messages: abandon })
    void runTurns()
  }

  return (client, startup) => {
    if (clients.size >= connectionsMax) return sendAway(client, '53300', 'Too many clients already')
    clients.add(client)
    client.once('close', () => leave(client))
    const take = (messages: readonly Uint8Array[]): void => {
      turns.push({ client, messages })
      void runTurns()
    }
    take([startup])
    onRequests(client, take)
  }
}

/** The owner's next turn, or anyone's if there is no owner. */
function takeTurn(turns: Turn[], owner: Socket | undefined): Turn | undefined {
  const at = owner === undefined ? 0 : turns.findIndex(({ client }) => client === owner)
  return at < 0 ? undefined : turns.splice(at, 1)[0]
}

/** Passes each message to the database; returns the transaction status of the last answer, if it has one. */
async function run(
  database: PGlite,
  messages: readonly Uint8Array[],
  answer: (data: Buffer) => void,
): Promise<string | undefined> {
  let end = Buffer.alloc(0)
  await database.runExclusive(async () => {
    for (const message of messages)
      await database.execProtocolRawStream(message, {
        onRawData: (data) => {
          answer(Buffer.from(data))
          end = Buffer.concat([end, data]).subarray(-6)
        },
      })
  })
  return end.at(0) === 'Z'.charCodeAt(0) ? String.fromCharCode(end.at(5) ?? 0) : undefined
}

/** Calls back with each complete request: a client's messages up to one that wants an answer. */
function onRequests(client: Socket, take: (messages: readonly Uint8Array[]) => void): void {
  let received = Buffer.alloc(0)
  let request: Uint8Array[] = []
  client.on('data', (data: Buffer) => {
    received = Buffer.concat([received, data])
    while (received.length >= 5 && received.length > received.readInt32BE(1)) {
      const length = 1 + received.readInt32BE(1)
      const type = String.fromCharCode(received[0] ?? 0)
      if (type === terminate || length < 5) return client.end()
      request.push(new Uint8Array(received.subarray(0, length)))
      received = received.subarray(length)
      if (partial.includes(type)) continue
      take(request)
      request = []
    }
  })
  client.resume()
}

const message = (type: string, body: string): Uint8Array => {
  const bytes = Buffer.alloc(5 + body.length)
  bytes.write(type)
  bytes.writeInt32BE(4 + body.length, 1)
  bytes.write(body, 5)
  return new Uint8Array(bytes)
}
/** `Sync` and `ROLLBACK`: end whatever a client was doing when it disconnected. */
const abandon = [message('S', ''), message('Q', 'ROLLBACK\0')]
