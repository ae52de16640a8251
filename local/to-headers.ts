import type { IncomingMessage } from 'node:http'

/** The request's headers as the Web's `Headers`, repeated ones included. */
export function toHeaders(incoming: IncomingMessage): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value)
  }
  return headers
}
