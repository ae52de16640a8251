import { createHash, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { askPassword, readStartup, sendAway } from './postgres-wire.ts'
import type { ServeClient } from './share-pglite.ts'

/** A port of 127.0.0.1 where PostgreSQL clients need a password. */
export interface PasswordGate {
  readonly port: number
  /** Accepts waiting clients and all later ones. */
  open(serve: ServeClient): void
  /** Resolves when no client is connected. */
  empty(): Promise<void>
  /** Disconnects all clients; new ones get an error that the database is shutting down. */
  stop(): void
  close(): Promise<void>
}

/** Time limit for a client's startup and password, in milliseconds. */
const introductionMs = 10_000

/** Starts listening; no client is accepted before `open`. */
export async function startPasswordGate(password: string): Promise<PasswordGate> {
  const inside = new Set<Socket>()
  const listeners = new Set<() => void>()
  let stopped = false
  const { promise: serving, resolve: open } = Promise.withResolvers<ServeClient>()
  const server = createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('error', () => {})
    inside.add(socket)
    socket.once('close', () => {
      inside.delete(socket)
      if (inside.size === 0) for (const listener of listeners) listener()
    })
    void admit(socket, { password, serving, isStopped: () => stopped }).catch(() => socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    open,
    empty: async () => {
      if (inside.size > 0) await new Promise<void>((resolve) => listeners.add(resolve))
    },
    stop() {
      stopped = true
      for (const socket of inside) sendAway(socket, '57P01', 'The database was stopped')
    },
    async close() {
      for (const socket of inside) socket.destroySoon()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Gate {
  readonly password: string
  readonly serving: Promise<ServeClient>
  readonly isStopped: () => boolean
}

async function admit(socket: Socket, { password, serving, isStopped }: Gate): Promise<void> {
  socket.setTimeout(introductionMs, () => socket.destroy())
  const startup = await readStartup(socket)
  if (isStopped()) return sendAway(socket, '57P03', 'The database is shutting down')
  if (!isSame(await askPassword(socket), password)) return sendAway(socket, '28P01', 'Wrong password')
  const serve = await serving
  socket.setTimeout(0)
  serve(socket, startup)
}

const isSame = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
