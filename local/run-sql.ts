import { DatabaseError } from 'pg'
import type { Pool, PoolClient, QueryArrayConfig, QueryArrayResult } from 'pg'
import type { SqlRequest, Statement } from './sql-request.ts'

type Row = readonly (string | null)[]

/** One statement's result in Neon's format: every value is PostgreSQL's text or null. */
export interface SqlResult {
  readonly command: string
  readonly rowCount: number | null
  readonly rowAsArray: boolean
  readonly fields: readonly {
    readonly name: string
    readonly tableID: number
    readonly columnID: number
    readonly dataTypeID: number
    readonly dataTypeSize: number
    readonly dataTypeModifier: number
    readonly format: 'text'
  }[]
  readonly rows: readonly (Row | Readonly<Record<string, string | null>>)[]
}

/** The database could not be reached, or the connection was lost. */
export class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable'
}

/**
 * Runs a single statement, or a batch as one transaction; returns the response's body. Throws PostgreSQL's own error
 * (`pg.DatabaseError`) or `DatabaseUnreachable`, whose message names no host, user or password.
 */
export async function runSql(pool: Pool, request: SqlRequest): Promise<SqlResult | { results: readonly SqlResult[] }> {
  const client = await pool.connect().catch(rethrow)
  let reusable = false
  try {
    const results = await runOn(client, request)
    reusable = !isInTransaction(client)
    const [only] = results
    return request.begin === null && only !== undefined ? only : { results }
  } catch (error) {
    reusable = await rollBack(client, error)
    return rethrow(error)
  } finally {
    client.release(!reusable)
  }
}

async function runOn(client: PoolClient, { statements, begin, arrayMode }: SqlRequest): Promise<SqlResult[]> {
  if (begin !== null) await client.query(begin)
  const results: SqlResult[] = []
  for (const statement of statements) results.push(toSqlResult(await client.query(textQuery(statement)), arrayMode))
  if (begin !== null) await client.query('COMMIT')
  return results
}

/** Whether the connection can be used again after the error. */
async function rollBack(client: PoolClient, error: unknown): Promise<boolean> {
  if (!(error instanceof DatabaseError) || error.severity === 'FATAL') return false
  if (!isInTransaction(client)) return true
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  )
}

function rethrow(error: unknown): never {
  if (error instanceof DatabaseError) throw error
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
  throw new DatabaseUnreachable(`The database does not answer${code}`, { cause: error })
}

/** `queryMode: 'extended'` refuses several statements in one text, as Neon does. */
function textQuery({ query, params }: Statement): QueryArrayConfig & { queryMode: 'extended' } {
  return {
    text: query,
    values: [...params],
    rowMode: 'array',
    queryMode: 'extended',
    types: { getTypeParser: () => (value: string) => value },
  }
}

function toSqlResult(result: QueryArrayResult<(string | null)[]>, arrayMode: boolean): SqlResult {
  const names = result.fields.map((field) => field.name)
  return {
    command: result.command ?? '',
    rowCount: result.rowCount,
    rowAsArray: arrayMode,
    fields: result.fields.map((field) => ({
      name: field.name,
      tableID: field.tableID,
      columnID: field.columnID,
      dataTypeID: field.dataTypeID,
      dataTypeSize: field.dataTypeSize,
      dataTypeModifier: field.dataTypeModifier,
      format: 'text',
    })),
    rows: arrayMode
      ? result.rows
      : result.rows.map((row) => Object.fromEntries(row.map((value, i) => [names[i], value]))),
  }
}

/** True after a failed batch or a stray BEGIN. `pg` has the method since 8.21; its types lack it. */
function isInTransaction(client: PoolClient): boolean {
  return (client as PoolClient & { getTransactionStatus(): string | null }).getTransactionStatus() !== 'I'
}
