import { relative, join } from 'node:path'
import { NeonDbError } from '@neondatabase/serverless'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { createDatabase } from '../lib/db/create-database.ts'
import type { Database } from '../lib/db/database.ts'
import { CommandFailure } from './command-failure.ts'
import { startNeonEndpoint } from './neon-endpoint.ts'

export interface OpenDatabase {
  readonly db: Kysely<Database>
  readonly connectionString: string
  /** The local endpoint's URL; undefined when Neon is asked straight. */
  readonly fetchEndpoint: string | undefined
  /** For people: where the data is; never with a user or password. */
  readonly place: string
  /** True for the PGlite that lives as long as this process. */
  readonly local: boolean
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** Neon, or any PostgreSQL; without it PGlite keeps its data in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** The project's `.palimpsest` folder. */
  readonly dataDir: string
}

type Source = Omit<OpenDatabase, 'db'>

/** Opens the database that the settings name and makes sure that it answers; throws `CommandFailure` otherwise. */
export async function openDatabase({ databaseUrl, dataDir }: OpenDatabaseOptions): Promise<OpenDatabase> {
  const source =
    databaseUrl === undefined || databaseUrl === '' ? await openPglite(dataDir) : await openUrl(databaseUrl)
  const db = createDatabase(source)
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await source.close()
    throw new CommandFailure(describeRefusal(error, source.place), { cause: error })
  }
  return { ...source, db }
}

async function openPglite(dataDir: string): Promise<Source> {
  const folder = join(dataDir, 'database')
  // A server of one's own is installed without it.
  const { pgliteConnections, startPgliteServer } = await import('./pglite-server.ts')
  const pglite = await startPgliteServer({ folder }).catch((error: unknown) => {
    throw new CommandFailure(error instanceof Error ? error.message : String(error), { cause: error })
  })
  const endpoint = await startNeonEndpoint({
    connectionString: pglite.connectionString,
    pool: { max: pgliteConnections },
  })
  return {
    connectionString: pglite.connectionString,
    fetchEndpoint: endpoint.url,
    place: `PGlite in ${relative('.', folder)}`,
    local: true,
    close: () => endpoint.close().then(() => pglite.close()),
  }
}

async function openUrl(databaseUrl: string): Promise<Source> {
  const url = URL.parse(databaseUrl)
  if (url === null || !/^postgres(?:ql)?:$/.test(url.protocol)) {
    throw new CommandFailure(
      'DATABASE_URL is no PostgreSQL connection string: wanted postgresql://user:password@host/database',
    )
  }
  const source = { connectionString: databaseUrl, local: false }
  if (url.hostname.endsWith('.neon.tech')) {
    return { ...source, fetchEndpoint: undefined, place: `Neon at ${url.hostname}`, close: async () => {} }
  }
  const endpoint = await startNeonEndpoint({ connectionString: databaseUrl })
  return {
    ...source,
    fetchEndpoint: endpoint.url,
    place: `PostgreSQL at ${url.host}${url.pathname}`,
    close: () => endpoint.close(),
  }
}

/** SQLSTATE of the refusals that a wrong DATABASE_URL leads to (PostgreSQL manual, appendix A). */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password in DATABASE_URL',
  '28000': 'refuses the user in DATABASE_URL',
  '3D000': 'has no such database',
}

function describeRefusal(error: unknown, place: string): string {
  const code = error instanceof NeonDbError ? error.code : undefined
  const refusal = code === undefined ? undefined : refusals[code]
  if (refusal !== undefined) return `${place} ${refusal}`
  return `${place} does not answer${code === undefined ? '' : ` (${code})`}: check that it runs and that DATABASE_URL names it`
}
