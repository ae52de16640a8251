import type { Kysely } from 'kysely'
import { createDatabase } from '../../lib/db/create-database.ts'
import type { Database } from '../../lib/db/database.ts'
import { migrateToLatest } from '../../lib/db/migrate.ts'
import { startNeonEndpoint, type NeonEndpointOptions } from '../../local/neon-endpoint.ts'
import { withSession } from '../../local/with-session.ts'
import { startPostgres, type StartedPostgres } from './start-postgres.ts'

/** Between the Neon endpoint and the database. */
export const connectionsMax = 20

export interface StartedDatabase {
  readonly connectionString: string
  readonly fetchEndpoint: string
  readonly db: Kysely<Database>
  readonly restart: StartedPostgres['restart']
  close(): Promise<void>
}

/** A real PostgreSQL with our tables behind the Neon endpoint, in which a test may step with `before`. */
export async function startDatabase({ before }: Pick<NeonEndpointOptions, 'before'> = {}): Promise<StartedDatabase> {
  const { connectionString, restart, close } = await startPostgres()
  await withSession(connectionString, migrateToLatest)
  const endpoint = await startNeonEndpoint({
    connectionString,
    pool: { max: connectionsMax },
    ...(before === undefined ? {} : { before }),
  })
  return {
    connectionString,
    fetchEndpoint: endpoint.url,
    db: createDatabase({ connectionString, fetchEndpoint: endpoint.url }),
    restart,
    async close() {
      await endpoint.close()
      await close()
    },
  }
}
