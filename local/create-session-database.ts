import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'

/** A database over one TCP connection, for what needs a session: migrations with their lock and transactions. */
export function createSessionDatabase(connectionString: string): Kysely<never> {
  const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 10_000 })
  // Without a listener, a connection that the server ends while it is idle would end the process.
  pool.on('error', () => {})
  return new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
}
