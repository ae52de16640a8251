import type { IncomingMessage } from 'node:http'
import { Problem } from '../lib/errors/index.ts'
import { findClientAddress } from './client-address.ts'
import { toHeaders } from './to-headers.ts'

/** Set by Vercel's edge, so a client's own values never reach a function. */
const edgeHeaders = /^(?:x-forwarded-.*|x-real-ip|x-vercel-.*|forwarded)$/

/**
 * The request as a function gets it on Vercel: the client's address in `x-forwarded-for` and `x-real-ip`, and a signal that
 * never fires, because the edge does not tell a function that its reader left. Throws `invalid-request` for the one of
 * the Web's forbidden methods that gets here (Fetch standard).
 */
export function toWebRequest(incoming: IncomingMessage, url: URL, trustedHeader?: string): Request {
  const method = incoming.method ?? 'GET'
  if (method === 'TRACE') throw new Problem('invalid-request', 'Got method TRACE, which no function accepts.')
  const headers = toEdgeHeaders(incoming, url, trustedHeader)
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const init: RequestInit & { duplex: 'half' } = { method, headers, body: toBody(incoming), duplex: 'half' }
  return new Request(url, init)
}

function toEdgeHeaders(incoming: IncomingMessage, url: URL, trustedHeader: string | undefined): Headers {
  const headers = toHeaders(incoming, edgeHeaders)
  const address = findClientAddress(incoming, trustedHeader)
  headers.set('x-forwarded-for', address)
  headers.set('x-real-ip', address)
  headers.set('x-forwarded-host', url.host)
  headers.set('x-forwarded-proto', url.protocol.slice(0, -1))
  return headers
}

/**
 * The body as a stream. A function that stops reading (too large) must still be able to answer, so what is left is read and
 * dropped; Node's own `Readable.toWeb` would close the connection instead.
 */
function toBody(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Buffer> = incoming.iterator({ destroyOnReturn: false })
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await chunks.return?.()
      incoming.resume()
    },
  })
}
