import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { Problem, problemResponse } from '../lib/errors/index.ts'

/** Node's error codes for requests that were incomplete when their time, or the room for their headers, was up. */
const reasons: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not come to its end in time.',
  HPE_HEADER_OVERFLOW: 'The headers of the request are larger than is read.',
}

/**
 * Answers invalid HTTP, and requests for tunnels, with the one JSON shape of all errors; then closes the connection.
 */
export function answerBadRequests(server: Server, createId: () => string): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    void sendAndHangUp(socket, reasons[error.code ?? ''] ?? 'This is no HTTP request that can be read.', createId())
  })
  server.on('connect', (_request, socket: Duplex) => {
    void sendAndHangUp(socket, 'Nothing is reached through this server: wanted no CONNECT.', createId())
  })
}

/** If the connection was used before, part of a response may be on its way: nothing is added to it. */
async function sendAndHangUp(socket: Duplex, message: string, requestId: string): Promise<void> {
  if (!socket.writable || ('bytesWritten' in socket && socket.bytesWritten !== 0)) return void socket.destroy()
  const response = problemResponse(new Problem('invalid-request', message), requestId)
  const body = await response.text()
  const headers = [...response.headers, ['content-length', Buffer.byteLength(body)], ['connection', 'close']]
  const head = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.end(`HTTP/1.1 ${response.status} Bad Request\r\n${head}\r\n${body}`, () => socket.destroy())
}
