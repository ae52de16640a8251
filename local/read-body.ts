import type { IncomingMessage } from 'node:http'

/** The whole body, or null when it is larger than `bytesMax`; what is too much is read and dropped, so that the sender sees the answer. */
export async function readBody(incoming: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes <= bytesMax) chunks.push(chunk)
    else chunks.length = 0
  }
  return bytes > bytesMax ? null : Buffer.concat(chunks)
}
