import { NeonDbError } from '@neondatabase/serverless'
import { CommandFailure } from './command-failure.ts'
import { readEnvironment } from './environment.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'

/** SQLSTATE `undefined_table`. */
const missingTable = '42P01'

/** Runs a command's work with the database that the settings name, and closes it. Throws `CommandFailure` where it has no tables yet. */
export async function withDatabase(run: (database: OpenDatabase) => Promise<void>): Promise<void> {
  const database = await openDatabase({ databaseUrl: readEnvironment()['DATABASE_URL'], dataDir: '.palimpsest' })
  try {
    await run(database)
  } catch (error) {
    if (!(error instanceof NeonDbError) || error.code !== missingTable) throw error
    throw new CommandFailure(`${database.place} lacks a table: migrate it first (npm run migrate)`, { cause: error })
  } finally {
    await database.close()
  }
}
