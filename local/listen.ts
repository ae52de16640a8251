import type { Server } from 'node:http'

export interface Listening {
  readonly port: number
  /** Origin without a trailing slash, for example `http://127.0.0.1:43121`. */
  readonly url: string
  /** Stops accepting, gives requests in flight `graceMs` to finish, then closes all connections. */
  close(): Promise<void>
}

export interface ListenOptions {
  readonly host?: string
  /** 0 (default) takes any free port. */
  readonly port?: number
  readonly graceMs?: number
}

/**
 * How long an idle connection stays open, in milliseconds. Longer than a client on this machine may be busy: with
 * Node's default of 5 s, it could send its next request into a connection that is just closing.
 */
const keepAliveMs = 120_000

/**
 * Time limits for a request's headers and for all of it, in milliseconds, so that a slow sender cannot hold a
 * connection. Responses have no limit.
 */
const [headersMs, requestMs] = [15_000, 60_000]

/** Binds the server and resolves when it accepts connections; rejects with Node's error when the port is taken. */
export async function listen(server: Server, options: ListenOptions = {}): Promise<Listening> {
  const { host = '127.0.0.1', port = 0, graceMs = 2000 } = options
  let closing: Promise<void> | undefined
  server.keepAliveTimeout = keepAliveMs
  server.headersTimeout = headersMs
  server.requestTimeout = requestMs
  // A connection that is busy when the server closes becomes idle only after its response.
  server.on('request', (_request, response) => {
    response.once('close', () => {
      if (closing !== undefined) setImmediate(() => server.closeIdleConnections())
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const bound = boundPort(server)
  return {
    port: bound,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    close: () => (closing ??= closeGently(server, graceMs)),
  }
}

function boundPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error('Cannot read the port: the server does not listen on TCP')
  return address.port
}

async function closeGently(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs)
  await new Promise<void>((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)))
  })
  clearTimeout(cut)
}
