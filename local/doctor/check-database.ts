import { readMigrationNames } from '../../lib/migrate/index.ts'
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'
import type { OpenDatabase } from '../open-database.ts'
import { ok, warning, wrong, type Check } from './check.ts'

/** `gen_random_uuid()` came with PostgreSQL 13. */
const oldestVersion = 13
/** Milliseconds; a cached lesson is one round trip. */
const slowRoundTrip = 100
const roundTrips = 5

/** Version and answering time of a database that is open. */
export async function checkDatabase({
  db,
  place,
  connectionString,
}: Pick<OpenDatabase, 'db' | 'place' | 'connectionString'>): Promise<Check> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db)
  const version = rows[0]?.server_version.split(' ')[0] ?? ''
  const milliseconds = await measureRoundTrip(db)
  const found = `${place}: version ${version}, answers in ${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms from here`
  if (Number.parseInt(version) < oldestVersion)
    return wrong('database', found, `Use PostgreSQL ${oldestVersion} or newer`)
  if (milliseconds > slowRoundTrip && !isHere(connectionString))
    return warning('database', found, 'Have the functions run in a region next to it; every lesson asks it once')
  return ok('database', found)
}

/** A slow answer from this machine is no matter of the way. */
const isHere = (connectionString: string): boolean =>
  /^(?:localhost|127\..*|\[::1\])$/.test(new URL(connectionString).hostname)

/** The median, in milliseconds. */
async function measureRoundTrip(db: Kysely<Database>): Promise<number> {
  const times: number[] = []
  for (let trip = 0; trip < roundTrips; trip++) {
    const began = performance.now()
    await sql`select 1`.execute(db)
    times.push(performance.now() - began)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(roundTrips / 2)] ?? 0
}

/** Whether the migrations of this checkout are those that were applied. */
export async function checkMigrations({ db }: Pick<OpenDatabase, 'db'>): Promise<Check> {
  const names = await readMigrationNames()
  const applied = await findApplied(db)
  const missing = names.filter((name) => !applied.includes(name))
  if (missing.length > 0) return wrong('migrations', `not applied: ${missing.join(', ')}`, 'Run npm run migrate')
  const unknown = applied.filter((name) => !names.includes(name))
  if (unknown.length > 0)
    return warning('migrations', `newer than this checkout: ${unknown.join(', ')}`, 'Use the code that they came with')
  return ok('migrations', `all ${names.length} are applied`)
}

async function findApplied(db: Kysely<Database>): Promise<string[]> {
  const { rows: found } = await sql<{ table: string | null }>`
    select to_regclass('kysely_migration')::text as table`.execute(db)
  if (found[0]?.table == null) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
