import { relative, join } from 'node:path'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { createDatabase, type Database } from '../lib/db/index.ts'
import { describeProblem } from '../lib/runtime/index.ts'
import { CommandFailure } from './command-failure.ts'
import { connectOnce } from './connect-once.ts'
import { describeDatabaseError } from './describe-database-error.ts'
import { findUnusable } from './find-unusable.ts'
import { describeOwner } from './describe-owner.ts'
import { FolderInUse } from './lock-folder.ts'
import { startNeonEndpoint } from './neon-endpoint.ts'

export interface OpenDatabase {
  readonly db: Kysely<Database>
  readonly connectionString: string
  /** The local endpoint's URL; undefined if Neon is used directly. */
  readonly fetchEndpoint: string | undefined
  /** Where the data is, for people; without user or password. */
  readonly place: string
  /** True for PGlite. */
  readonly local: boolean
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** Neon, or any PostgreSQL; without it PGlite stores its data in `dataDir`. */
  readonly databaseUrl: string | undefined
  /** The project's `.palimpsest` folder. */
  readonly dataDir: string
  /** The address of a site served from it: PGlite must then belong to this process, and commands go through it. */
  readonly site?: string | undefined
}

/** PGlite is one session that runs one statement at a time: a second connection would only wait. */
const pgliteConnections = 1
const toldAfterMs = 1_000

type Source = Omit<OpenDatabase, 'db'>

/** Opens the database of the settings and checks that it answers; throws `CommandFailure` otherwise. */
export async function openDatabase({ databaseUrl, dataDir, site }: OpenDatabaseOptions): Promise<OpenDatabase> {
  const source =
    databaseUrl === undefined || databaseUrl === '' ? await openPglite({ dataDir, site }) : await openUrl(databaseUrl)
  const db = createDatabase(source)
  try {
    await sql`select 1`.execute(db)
  } catch (error) {
    await source.close()
    throw new CommandFailure(`${source.place} ${describeDatabaseError(error, source)}`, { cause: error })
  }
  return { ...source, db }
}

async function openPglite({ dataDir, site }: Pick<OpenDatabaseOptions, 'dataDir' | 'site'>): Promise<Source> {
  const folder = join(dataDir, 'database')
  const place = `PGlite in ${relative('.', folder)}`
  // A self-hosted server is installed without it.
  const { startPgliteServer } = await import('./pglite-server.ts')
  try {
    const pglite = await startPgliteServer({ folder, site })
    const source = await openThrough(pglite.connectionString, place)
    return {
      ...source,
      close: async () => {
        await source.close()
        if (site === undefined) await waitForOthers(pglite.unused())
        await pglite.close()
      },
    }
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw asFailure(error)
    if (site !== undefined) throw new CommandFailure(describeOwner(error.owner), { cause: error })
    return openThrough(error.owner.connectionString, `${place}, through process ${error.owner.pid}`)
  }
}

/** Opens the local endpoint in front of a PGlite of this process or another. */
async function openThrough(connectionString: string, place: string): Promise<Source> {
  const endpoint = await startNeonEndpoint({ connectionString, exclusive: true, pool: { max: pgliteConnections } })
  return { connectionString, fetchEndpoint: endpoint.url, place, local: true, close: () => endpoint.close() }
}

/** Another command may have connected meanwhile; it would lose its database. */
async function waitForOthers(unused: Promise<void>): Promise<void> {
  const notice = setTimeout(
    () => process.stderr.write('Waiting for another command that uses the database\n'),
    toldAfterMs,
  )
  await unused
  clearTimeout(notice)
}

const asFailure = (error: unknown): CommandFailure =>
  error instanceof CommandFailure
    ? error
    : new CommandFailure(error instanceof Error ? error.message : String(error), { cause: error })

async function openUrl(databaseUrl: string): Promise<Source> {
  const problem = findUnusable({ DATABASE_URL: databaseUrl }).find(({ name }) => name === 'DATABASE_URL')
  if (problem !== undefined) throw new CommandFailure(describeProblem(problem))
  const { hostname, host, pathname } = new URL(databaseUrl)
  const source = { connectionString: databaseUrl, local: false }
  if (hostname.endsWith('.neon.tech'))
    return { ...source, fetchEndpoint: undefined, place: `Neon at ${hostname}`, close: async () => {} }
  const place = `PostgreSQL at ${host}${pathname}`
  // Connects directly first: over HTTP an error would carry less detail.
  await connectOnce(databaseUrl).catch((error: unknown) => {
    throw new CommandFailure(`${place} ${describeDatabaseError(error)}`, { cause: error })
  })
  const endpoint = await startNeonEndpoint({ connectionString: databaseUrl, exclusive: true })
  return { ...source, fetchEndpoint: endpoint.url, place, close: () => endpoint.close() }
}
