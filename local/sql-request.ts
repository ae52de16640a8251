import * as v from 'valibot'

/** A statement as the Neon driver sends it: parameters are PostgreSQL text, or JSON values that `pg` converts to it. */
const statementSchema = v.object({
  query: v.string(),
  params: v.optional(v.nullable(v.array(v.unknown())), []),
})

const bodySchema = v.union([v.object({ queries: v.array(statementSchema) }), statementSchema])

export interface Statement {
  readonly query: string
  readonly params: readonly unknown[]
}

/** One POST to the endpoint, parsed. */
export interface SqlRequest {
  readonly statements: readonly Statement[]
  /** The `BEGIN …` of a batch; null for a single statement, which runs outside a transaction. */
  readonly begin: string | null
  /** Rows as arrays, or as objects by column name. */
  readonly arrayMode: boolean
}

/** A request that violates Neon's protocol; the message may be sent back. */
export class MalformedSqlRequest extends Error {
  override readonly name = 'MalformedSqlRequest'
}

const isolationLevels: Readonly<Record<string, string>> = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
}

/** Parses the body and headers of Neon's SQL over HTTP; throws `MalformedSqlRequest`. */
export function parseSqlRequest(body: string, headers: Headers): SqlRequest {
  requireNeonHeaders(headers)
  const parsed = v.safeParse(bodySchema, parseJson(body))
  if (!parsed.success) {
    throw new MalformedSqlRequest('Send {"query": text, "params": [...]} or {"queries": [{"query", "params"}, ...]}')
  }
  const batch = 'queries' in parsed.output
  const statements = 'queries' in parsed.output ? parsed.output.queries : [parsed.output]
  return {
    statements: statements.map(({ query, params }) => ({ query, params: params ?? [] })),
    begin: batch ? beginStatement(headers) : null,
    arrayMode: headers.get('neon-array-mode') === 'true',
  }
}

function requireNeonHeaders(headers: Headers): void {
  if (!headers.has('neon-connection-string')) {
    throw new MalformedSqlRequest('Send the header Neon-Connection-String, as the Neon driver does')
  }
  if (headers.get('neon-raw-text-output') !== 'true') {
    throw new MalformedSqlRequest('Send "Neon-Raw-Text-Output: true": this endpoint answers with PostgreSQL text only')
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new MalformedSqlRequest('Send a JSON body: this one does not parse', { cause })
  }
}

function beginStatement(headers: Headers): string {
  const words = ['BEGIN']
  const isolation = headers.get('neon-batch-isolation-level')
  if (isolation !== null) {
    const level = isolationLevels[isolation]
    if (level === undefined) throw new MalformedSqlRequest(`Unknown isolation level "${isolation}"`)
    words.push(`ISOLATION LEVEL ${level}`)
  }
  if (headers.get('neon-batch-read-only') === 'true') words.push('READ ONLY')
  if (headers.get('neon-batch-deferrable') === 'true') words.push('DEFERRABLE')
  return words.join(' ')
}
