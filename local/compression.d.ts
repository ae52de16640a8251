/** The part of `compression` that the local server uses, in terms of node:http: its published types want Express. */
declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  export default function compression(options?: {
    readonly filter?: (request: IncomingMessage, response: ServerResponse) => boolean
  }): (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void
}
