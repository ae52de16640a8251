import { NeonDbError } from '@neondatabase/serverless'
import { isDatabaseUnavailable } from '../../lib/db/index.ts'
import type { Settings } from '../../lib/runtime/index.ts'
import { checkSettings } from '../check-settings.ts'
import { CommandFailure } from '../command-failure.ts'
import { describeDatabaseError } from '../describe-database-error.ts'
import { readEnvironment, type EnvironmentValues } from '../environment.ts'
import { openDatabase, type OpenDatabase } from '../open-database.ts'
import { readLocalSettings } from '../read-settings.ts'

export interface OpenProject extends OpenDatabase {
  readonly settings: Settings
}

/** SQLSTATE `undefined_table`, `undefined_column`. */
const outOfDate = new Set(['42P01', '42703'])

/** Opens the database and settings of the environment (with changes), or the local ones, for a command, and closes them after it. */
export async function withDatabase<Result>(
  run: (project: OpenProject) => Promise<Result>,
  changes: EnvironmentValues = {},
): Promise<Result> {
  const environment = { ...readEnvironment(), ...changes }
  checkSettings(environment)
  const database = await openDatabase({ databaseUrl: environment['DATABASE_URL'], dataDir: '.palimpsest' })
  try {
    return await run({ ...database, settings: readLocalSettings(environment, database) })
  } catch (error) {
    if (isDatabaseUnavailable(error))
      throw new CommandFailure(`${database.place} ${describeDatabaseError(error, database)}`, { cause: error })
    if (!(error instanceof NeonDbError) || !outOfDate.has(error.code ?? '')) throw error
    throw new CommandFailure('The database is not up to date: migrate it first (npm run migrate)', { cause: error })
  } finally {
    await database.close()
  }
}
