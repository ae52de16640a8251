import type { IncomingMessage } from 'node:http'

/** The request's headers as the Web's `Headers`, repeated ones included, names that match `except` left out. */
export function toHeaders(incoming: IncomingMessage, except?: RegExp): Headers {
  const headers = new Headers()
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    if (except?.test(name) === true) continue
    for (const value of values ?? []) headers.append(name, value)
  }
  return headers
}
