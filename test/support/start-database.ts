import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import type { Kysely } from 'kysely'
import { createDatabase } from '../../lib/db/create-database.ts'
import type { Database } from '../../lib/db/database.ts'
import { startNeonEndpoint, type NeonEndpointOptions } from '../../local/neon-endpoint.ts'
import { withSession } from '../../local/with-session.ts'
import { createDatabaseOn, templateName } from './create-database-on.ts'
import { startPostgres, type StartedPostgres } from './start-postgres.ts'

/** Between the Neon endpoint and the database. */
export const connectionsMax = 20

export interface StartedDatabase {
  readonly connectionString: string
  readonly fetchEndpoint: string
  readonly db: Kysely<Database>
  close(): Promise<void>
}

interface DatabaseOptions extends Pick<NeonEndpointOptions, 'before'> {
  /** On a server of its own, which may be restarted, instead of the one that all tests share. */
  readonly server?: StartedPostgres
}

/** A real PostgreSQL with our tables behind the Neon endpoint, in which a test may step with `before`. */
export async function startDatabase({ before, server }: DatabaseOptions = {}): Promise<StartedDatabase> {
  const { connectionString, close } = server ? await migrated(server) : await copyTemplate()
  const endpoint = await startNeonEndpoint({
    connectionString,
    pool: { max: connectionsMax },
    ...(before === undefined ? {} : { before }),
  })
  return {
    connectionString,
    fetchEndpoint: endpoint.url,
    db: createDatabase({ connectionString, fetchEndpoint: endpoint.url }),
    async close() {
      await endpoint.close()
      await close()
    },
  }
}

type Place = Pick<StartedPostgres, 'connectionString' | 'close'>

async function migrated(server: Place): Promise<Place> {
  await withSession(server.connectionString, migrateToLatest)
  return server
}

/** A copy on the server that the tests share; outside them, a server of its own. */
async function copyTemplate(): Promise<Place> {
  const shared = process.env['TEST_POSTGRES']
  if (shared === undefined) return migrated(await startPostgres())
  const { connectionString, drop } = await createDatabaseOn(shared, { template: templateName })
  return { connectionString, close: drop }
}
