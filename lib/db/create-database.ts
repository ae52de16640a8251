import { neon, neonConfig } from '@neondatabase/serverless'
import { Kysely } from 'kysely'
import { NeonDialect } from 'kysely-neon'
import type { Database } from './database.ts'
import { NoDatabaseAnswer } from './no-database-answer.ts'

/** How long one statement may take before it is given up, in milliseconds. The driver itself has no limit. */
export const statementMillisecondsMax = 10_000
/** The same through an endpoint on one's own machine, where it may stand in line for longer than it variants. */
export const queuedMillisecondsMax = 60_000

export interface DatabaseOptions {
  readonly connectionString: string
  /** URL of a Neon-compatible SQL-over-HTTP endpoint; without it, the host of the connection string is asked. */
  readonly fetchEndpoint?: string | undefined
  /** Whether its statements go before others that wait at the endpoint. */
  readonly urgent?: boolean
  /** Told after each statement how many milliseconds it took, answered or not. */
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

/** RFC 9218: a smaller number is more urgent, and 3 is what a request has that says nothing. */
const urgentHeader = { priority: 'u=1' }

/** As much of an answer as the driver reads. */
type Answer = Pick<Response, 'ok' | 'status' | 'json'>

/** What its span is called, for `@vercel/otel`, where that is in use; to any other `fetch` it means nothing. */
const statementSpan = { opentelemetry: { spanName: 'postgresql', attributes: { 'db.system.name': 'postgresql' } } }

/**
 * Reads the whole reply here, where the driver expects failures: one that is late, cut off or not a database's becomes the
 * driver's own error like a connection that is refused. What was parsed is handed on, so that a lesson's text is parsed once.
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

/** One statement's rows, or those of a batch. */
const isResult = (value: unknown): boolean =>
  isObject(value) && ('results' in value ? Array.isArray(value.results) : 'fields' in value && 'rows' in value)

function describeAnswer(status: number, value: unknown, body: string): string {
  if (value !== undefined && status >= 500) return `What stands in front of it had no answer (HTTP status ${status})`
  const what = value !== undefined ? 'JSON that is no result' : /^\s*</.test(body) ? 'a web page' : 'no JSON'
  return `It answered with ${what} (HTTP status ${status}), as no database does`
}

/** Undefined for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
