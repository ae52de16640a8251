import * as v from 'valibot'
import { DatabaseError } from './database-error.ts'
import { readSqlValue, writeSqlValue } from './sql-values.ts'

/** How long one statement may take before it is given up, in milliseconds. */
export const statementMillisecondsMax = 10_000

export interface DatabaseAddress {
  readonly connectionString: string
  /** URL of a Neon-compatible SQL-over-HTTP endpoint; without it, the host of the connection string is asked. */
  readonly fetchEndpoint?: string | undefined
}

export interface Statement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export interface StatementResult {
  /** `SELECT`, `INSERT`, … */
  readonly command: string
  /** Rows that were read or changed. */
  readonly rowCount: number
  readonly rows: Record<string, unknown>[]
}

const resultSchema = v.object({
  command: v.string(),
  rowCount: v.nullable(v.number()),
  fields: v.array(v.object({ name: v.string(), dataTypeID: v.number() })),
  rows: v.array(v.array(v.nullable(v.string()))),
})

const refusalSchema = v.object({ message: v.string(), code: v.string(), constraint: v.nullish(v.string()) })

/** Runs one statement over Neon's SQL over HTTP. Throws `DatabaseError` when it has no result. */
export async function queryNeon(address: DatabaseAddress, statement: Statement): Promise<StatementResult> {
  const { status, body } = await send(address, statement)
  const refusal = v.safeParse(refusalSchema, body)
  if (status === 400 && refusal.success) {
    const { message, code, constraint } = refusal.output
    throw new DatabaseError(message, { refusal: { code, constraint: constraint ?? undefined } })
  }
  const result = v.safeParse(resultSchema, body)
  if (status !== 200 || !result.success)
    throw new DatabaseError(`The database's endpoint answered with the status ${status} and no result`)
  return readResult(result.output)
}

/** The whole answer; what is late, cut off or not JSON is no answer of the database's. */
async function send(
  { connectionString, fetchEndpoint = endpointOf(connectionString) }: DatabaseAddress,
  { sql, parameters }: Statement,
): Promise<{ status: number; body: unknown }> {
  const body = JSON.stringify({ query: sql, params: parameters.map(writeSqlValue) })
  try {
    const response = await fetch(fetchEndpoint, {
      method: 'POST',
      headers: {
        'Neon-Connection-String': connectionString,
        'Neon-Raw-Text-Output': 'true',
        'Neon-Array-Mode': 'true',
      },
      body,
      signal: AbortSignal.timeout(statementMillisecondsMax),
    })
    return { status: response.status, body: await response.json() }
  } catch (cause) {
    throw new DatabaseError('The database did not answer', { cause })
  }
}

/** Neon answers for each region at one host: `ep-name.region.aws.neon.tech` is asked at `api.region.aws.neon.tech`. */
const endpointOf = (connectionString: string): string =>
  `https://${new URL(connectionString).hostname.replace(/^[^.]+\./, 'api.')}/sql`

function readResult({ command, rowCount, fields, rows }: v.InferOutput<typeof resultSchema>): StatementResult {
  return {
    command,
    rowCount: rowCount ?? 0,
    rows: rows.map((row) =>
      Object.fromEntries(fields.map(({ name, dataTypeID }, i) => [name, readSqlValue(row[i] ?? null, dataTypeID)])),
    ),
  }
}
