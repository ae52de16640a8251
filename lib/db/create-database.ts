import { neon, neonConfig } from '@neondatabase/serverless'
import { Kysely } from 'kysely'
import { NeonDialect } from 'kysely-neon'
import type { Database } from './database.ts'
import { NoDatabaseAnswer } from './no-database-answer.ts'

/** Time limit of one statement, in milliseconds. The driver itself has none. */
export const statementMillisecondsMax = 10_000
/** The same for a local endpoint, where a statement may first wait in a queue. */
export const queuedMillisecondsMax = 60_000

export interface DatabaseOptions {
  readonly connectionString: string
  /** URL of a Neon-compatible SQL-over-HTTP endpoint; by default, the host of the connection string. */
  readonly fetchEndpoint?: string | undefined
  /** Whether its statements precede others that wait at the endpoint. */
  readonly urgent?: boolean
  /** Called after each statement with the milliseconds it took, whether or not it was answered. */
  readonly onStatement?: (milliseconds: number) => void
}

/** The query layer over Neon's HTTP driver: no connection is held, so making one costs nothing. */
export function createDatabase({
  connectionString,
  fetchEndpoint,
  urgent = false,
  onStatement,
}: DatabaseOptions): Kysely<Database> {
  if (fetchEndpoint !== undefined) neonConfig.fetchEndpoint = () => fetchEndpoint
  neonConfig.fetchFunction = fetchWithin(fetchEndpoint === undefined ? statementMillisecondsMax : queuedMillisecondsMax)
  return new Kysely<Database>({
    dialect: new NeonDialect({ neon: neon(connectionString, urgent ? { fetchOptions: urgentFetch } : {}) }),
    log: ({ queryDurationMillis }) => onStatement?.(queryDurationMillis),
  })
}

const urgentFetch = { priority: 'high' } as const satisfies RequestInit

/** RFC 9218: smaller is more urgent; 3 is the default. */
const urgentHeader = { priority: 'u=1' }

/** The part of a response that the driver reads. */
type Answer = Pick<Response, 'ok' | 'status' | 'json'>

/** The span's name and attributes, read by `@vercel/otel` if it is in use; any other `fetch` ignores them. */
const statementSpan = { opentelemetry: { spanName: 'postgresql', attributes: { 'db.system.name': 'postgresql' } } }

/**
 * Wraps `fetch` and reads the whole reply inside it, where the driver handles failures: one that is late, cut off or
 * not a database's becomes the driver's own error, like a refused connection. The parsed value is passed on, so that a
 * lesson's text is parsed once.
 */
const fetchWithin =
  (milliseconds: number) =>
  async (url: string, init: RequestInit): Promise<Answer> => {
    const signal = AbortSignal.timeout(milliseconds)
    const headers = { ...(init.headers as Record<string, string>), ...(init.priority === 'high' ? urgentHeader : {}) }
    const response = await fetch(url, { ...init, ...statementSpan, headers, signal })
    const body = await response.text()
    const value = parseJson(body)
    const { status } = response
    if (!(status === 200 ? isResult(value) : status === 400 && isObject(value)))
      throw new NoDatabaseAnswer(describeAnswer(status, value, body))
    return { status, ok: status === 200, json: () => Promise.resolve(value) }
  }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** True for the result of a statement or of a batch. */
const isResult = (value: unknown): boolean =>
  isObject(value) && ('results' in value ? Array.isArray(value.results) : 'fields' in value && 'rows' in value)

function describeAnswer(status: number, value: unknown, body: string): string {
  if (value !== undefined && status >= 500) return `What stands in front of it had no answer (HTTP status ${status})`
  const what = value !== undefined ? 'JSON that is no result' : /^\s*</.test(body) ? 'a web page' : 'no JSON'
  return `It answered with ${what} (HTTP status ${status}), as no database does`
}

/** Parses JSON; undefined if it is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
