import type { IncomingMessage } from 'node:http'

/**
 * The whole body, or null if it is larger than `bytesMax`; the rest is read and dropped, so that the sender gets the
 * response.
 */
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
