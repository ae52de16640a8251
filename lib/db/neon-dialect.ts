import {
  PostgresAdapter,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type QueryResult,
} from 'kysely'
import { queryNeon, type DatabaseAddress } from './query-neon.ts'

const changing: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

/**
 * Kysely over Neon's SQL over HTTP. No connection is held: each statement is one request, and there are no transactions,
 * no streams and no look into the schema.
 */
export function createNeonDialect(address: DatabaseAddress): Dialect {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(statement: CompiledQuery): Promise<QueryResult<Row>> {
      const { command, rowCount, rows } = await queryNeon(address, statement)
      const counted = changing.has(command) ? { numAffectedRows: BigInt(rowCount) } : {}
      return { ...counted, rows: rows as Row[] }
    },
    streamQuery: refuse('rows as a stream'),
  }
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => ({
      init: nothing,
      acquireConnection: () => Promise.resolve(connection),
      beginTransaction: refuse('transactions: write one statement, with common table expressions'),
      commitTransaction: nothing,
      rollbackTransaction: nothing,
      releaseConnection: nothing,
      destroy: nothing,
    }),
    createIntrospector: refuse('a look into the schema'),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

const nothing = (): Promise<void> => Promise.resolve()

const refuse = (what: string) => (): never => {
  throw new Error(`SQL over HTTP has no ${what}`)
}
