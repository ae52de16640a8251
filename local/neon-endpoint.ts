import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import PQueue from 'p-queue'
import { DatabaseError, Pool } from 'pg'
import type { PoolConfig } from 'pg'
import { listen } from './listen.ts'
import { readBody } from './read-body.ts'
import { DatabaseUnreachable, runSql } from './run-sql.ts'
import { MalformedSqlRequest, parseSqlRequest } from './sql-request.ts'
import type { SqlRequest } from './sql-request.ts'
import { toHeaders } from './to-headers.ts'

/** Neon's documented limit for SQL over HTTP. */
export const sqlBodyBytesMax = 64 * 1024 * 1024

/** Many times as many as one server's readers send at once. */
const waitingMaxDefault = 2_000

const poolDefaults = {
  max: 10,
  /**
   * For connecting only, on a busy machine; requests that wait for a free connection wait in a queue before the pool.
   */
  connectionTimeoutMillis: 15_000,
  /** How long the database may take to answer; meanwhile this thread may have been busy for a while. */
  query_timeout: 20_000,
} as const satisfies PoolConfig

export interface NeonEndpointOptions {
  /** Any PostgreSQL. */
  readonly connectionString: string
  /** `max`: how many requests the database gets at a time. */
  readonly pool?: Omit<PoolConfig, 'connectionString'>
  readonly port?: number
  /** How many requests may wait; further ones get a 503. */
  readonly waitingMax?: number
  /** Whether clients must send the database's password, as the own functions do. */
  readonly exclusive?: boolean
  /** Called with each statement's text, without its parameters, before it runs. */
  readonly onQuery?: (query: string) => void
  /**
   * May respond instead of the database, for example with a 500; `Response.error()` closes the connection without a
   * response.
   */
  readonly before?: (request: SqlRequest) => Response | undefined | Promise<Response | undefined>
}

export interface NeonEndpoint {
  /** For the driver's `neonConfig.fetchEndpoint`. */
  readonly url: string
  /** The database behind it, for the driver's `neon(connectionString)`. */
  readonly connectionString: string
  /** How many well-formed HTTP requests there were. */
  readonly requests: number
  /** How many statements they had: a batch of three counts as three. */
  readonly statements: number
  close(): Promise<void>
}

/**
 * Neon's SQL over HTTP on 127.0.0.1 in front of any PostgreSQL, so that the app uses one driver everywhere. If all
 * connections are busy, requests wait, first come, first served (urgent ones first), until the sender gives up.
 */
export async function startNeonEndpoint(options: NeonEndpointOptions): Promise<NeonEndpoint> {
  const pool = new Pool({ ...poolDefaults, ...options.pool, connectionString: options.connectionString })
  // Without a listener, losing the database during an idle connection would end the process.
  pool.on('error', () => {})
  const counted = { requests: 0, statements: 0 }
  const line = new PQueue({ concurrency: pool.options.max })
  const { waitingMax = waitingMaxDefault } = options
  const runInTurn = (request: SqlRequest, { sender, urgent }: Asked): Promise<Response> | Response =>
    line.size < waitingMax
      ? line.add(async () => (hasLeft(sender) ? Response.error() : Response.json(await runSql(pool, request))), {
          priority: urgent ? 1 : 0,
        })
      : problem(503, 'Too many requests wait for the database')
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, async (request) => {
      if (options.exclusive === true && !namesPassword(incoming, options.connectionString))
        return problem(403, 'This endpoint answers to those who know the password')
      counted.requests += 1
      counted.statements += request.statements.length
      for (const { query } of request.statements) options.onQuery?.(query)
      return (await options.before?.(request)) ?? runInTurn(request, { sender: outgoing, urgent: isUrgent(incoming) })
    })
      .then((response) => send(response, outgoing))
      .catch(() => outgoing.destroy())
  })
  const listening = await listen(server, { port: options.port ?? 0 })
  let closing: Promise<void> | undefined
  return {
    url: `${listening.url}/sql`,
    connectionString: options.connectionString,
    get requests() {
      return counted.requests
    },
    get statements() {
      return counted.statements
    },
    close: () => (closing ??= listening.close().then(() => pool.end())),
  }
}

interface Asked {
  /** The response to the sender. */
  readonly sender: ServerResponse
  readonly urgent: boolean
}

/** RFC 9218: 3 is the default, and less is more urgent. */
const isUrgent = ({ headers }: IncomingMessage): boolean => /\bu=[0-2]\b/.test(String(headers['priority']))

/** The sender would not get the response, and repeats the request. */
const hasLeft = (sender: ServerResponse): boolean => sender.destroyed

async function answer(incoming: IncomingMessage, run: (request: SqlRequest) => Promise<Response>): Promise<Response> {
  try {
    const refusal = refuse(incoming)
    if (refusal !== null) return refusal
    const body = await readBody(incoming, sqlBodyBytesMax)
    if (body === null) return problem(413, `The body is too large: at most ${sqlBodyBytesMax} bytes are allowed`)
    return await run(parseSqlRequest(body.toString('utf8'), toHeaders(incoming)))
  } catch (error) {
    return answerError(error)
  }
}

/** Only the driver on this machine may send requests: a web page opened here must not reach the database. */
function refuse(incoming: IncomingMessage): Response | null {
  const hostname = URL.parse(`http://${incoming.headers.host}`)?.hostname
  const pathname = incoming.url?.split('?')[0]
  if (hostname !== '127.0.0.1' && hostname !== 'localhost')
    return problem(403, 'This endpoint answers to 127.0.0.1 and localhost only')
  if (pathname !== '/sql') return problem(404, 'Unknown path: the endpoint is POST /sql')
  if (incoming.method !== 'POST') return problem(405, 'Use POST', { allow: 'POST' })
  return null
}

/** The driver sends the connection string with parameters of its own added. */
function namesPassword(incoming: IncomingMessage, connectionString: string): boolean {
  const [sent, wanted] = [incoming.headers['neon-connection-string'], connectionString].map((url) =>
    createHash('sha256')
      .update(URL.parse(String(url))?.password ?? '')
      .digest(),
  )
  return sent !== undefined && wanted !== undefined && timingSafeEqual(sent, wanted)
}

const errorFields = [
  'severity',
  'code',
  'detail',
  'hint',
  'position',
  'internalPosition',
  'internalQuery',
  'where',
  'schema',
  'table',
  'column',
  'dataType',
  'constraint',
  'file',
  'line',
  'routine',
] as const satisfies readonly (keyof DatabaseError)[]

function answerError(error: unknown): Response {
  if (error instanceof MalformedSqlRequest) return problem(400, error.message)
  if (error instanceof DatabaseError) {
    const fields = Object.fromEntries(errorFields.map((field) => [field, error[field]]))
    return Response.json({ message: error.message, ...fields }, { status: 400 })
  }
  if (error instanceof DatabaseUnreachable) return problem(503, error.message)
  return problem(500, 'The endpoint failed')
}

function problem(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ message }, { status, headers })
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  const body = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': body.length })
  outgoing.end(body)
}
