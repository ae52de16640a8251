import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'

/**
 * Runs migrations over one ordinary PostgreSQL connection: their lock belongs to a session, which the HTTP driver does not
 * have. Works with Neon, any PostgreSQL and the local PGlite.
 */
export async function withSession<Result>(
  connectionString: string,
  run: (db: Kysely<never>) => Promise<Result>,
): Promise<Result> {
  const pool = new Pool({ connectionString, max: 1, connectionTimeoutMillis: 10_000 })
  pool.on('error', () => {})
  const db = new Kysely<never>({ dialect: new PostgresDialect({ pool }) })
  try {
    return await run(db)
  } finally {
    await db.destroy()
  }
}
