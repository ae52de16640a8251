import { once } from 'node:events'
import type { Socket } from 'node:net'

/** First messages of a client (PostgreSQL manual, "Message Formats"). */
const [sslRequest, gssRequest] = [80_877_103, 80_877_104]
const protocolMajor = 3
const firstMessageBytesMax = 10_000

/** A client's startup message as received; TLS is declined, as nothing leaves this machine. */
export async function readStartup(socket: Socket): Promise<Buffer> {
  for (;;) {
    const length = await read(socket, 4)
    const rest = await read(socket, length.readInt32BE() - 4)
    const code = rest.readInt32BE()
    if (code === sslRequest || code === gssRequest) socket.write('N')
    else if (code >> 16 === protocolMajor) return Buffer.concat([length, rest])
    else throw new Error('Not a client of PostgreSQL')
  }
}

/** Asks a client for its password. */
export async function askPassword(socket: Socket): Promise<string> {
  socket.write(Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]))
  const head = await read(socket, 5)
  const text = await read(socket, head.readInt32BE(1) - 4)
  return text.subarray(0, -1).toString('utf8')
}

/** Sends PostgreSQL's `ErrorResponse` and disconnects. */
export function sendAway(socket: Socket, code: string, message: string): void {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`)
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  if (socket.writable) socket.end(Buffer.concat([head, fields]))
}

async function read(socket: Socket, bytes: number): Promise<Buffer> {
  if (bytes < 1 || bytes > firstMessageBytesMax) throw new Error('Not a client of PostgreSQL')
  const closed = new AbortController()
  const abort = (): void => closed.abort()
  socket.once('close', abort)
  try {
    for (;;) {
      const chunk = socket.read(bytes) as Buffer | null
      if (chunk?.length === bytes) return chunk
      if (chunk !== null || socket.readableEnded || socket.destroyed) throw new Error('The client has left')
      await once(socket, 'readable', { signal: closed.signal })
    }
  } finally {
    socket.off('close', abort)
  }
}
