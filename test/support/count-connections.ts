import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** The connections to a server that are open. */
export interface Connections {
  readonly open: () => number
  /** Cuts every one. */
  readonly cut: () => void
}

export function countConnections(server: Server): Connections {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
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
