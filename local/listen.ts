import type { Server } from 'node:http'

export interface Listening {
  readonly port: number
  /** Origin without a trailing slash, for example `http://127.0.0.1:43121`. */
  readonly url: string
  /** Stops accepting, lets requests in flight finish for `graceMs`, then cuts what is left. */
  close(): Promise<void>
}

export interface ListenOptions {
  readonly host?: string
  /** 0 (default) takes any free port. */
  readonly port?: number
  readonly graceMs?: number
}

/**
 * How long an idle connection is kept, in milliseconds. Longer than a client on this machine may be busy: one that wakes
 * up after Node's default of 5 s would send its next request into a connection that is just being closed.
 */
const keepAliveMs = 120_000

/**
 * How long the headers of a request may take, and all of it with its body, in milliseconds: who sends a byte now and then
 * holds a connection no longer. Answers may take as long as they like.
 */
const [headersMs, requestMs] = [15_000, 60_000]

/** Binds the server and resolves when it accepts connections; rejects with Node's error when the port is taken. */
export async function listen(server: Server, options: ListenOptions = {}): Promise<Listening> {
  const { host = '127.0.0.1', port = 0, graceMs = 2000 } = options
  let closing: Promise<void> | undefined
  server.keepAliveTimeout = keepAliveMs
  server.headersTimeout = headersMs
  server.requestTimeout = requestMs
  // A kept-alive connection that is busy when the server closes becomes idle only when its answer is out.
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
