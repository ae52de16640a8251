import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** The connections to a server that are open and on which something was asked. */
export interface Connections {
  readonly open: () => number
  /** Cuts every one. */
  readonly cut: () => void
}

/** A connection without a request is not counted: Node's `fetch` may open a spare one after a call that was aborted. */
export function countConnections(server: Server): Connections {
  const sockets = new Set<Socket>()
  server.on('request', ({ socket }) => {
    if (socket.destroyed) return
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return {
    open: () => sockets.size,
    cut() {
      for (const socket of sockets) socket.resetAndDestroy()
    },
  }
}
