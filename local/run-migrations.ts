import type { Kysely } from 'kysely'
import { CommandFailure } from './command-failure.ts'
import type { OpenDatabase } from './open-database.ts'
import { withSession } from './with-session.ts'

/** Runs one of `lib/db/migrate.ts` on the database; a failure says which migration failed, and PostgreSQL's reason. */
export async function runMigrations(
  { connectionString, place }: Pick<OpenDatabase, 'connectionString' | 'place'>,
  migrate: (db: Kysely<never>) => Promise<string[]>,
): Promise<string[]> {
  try {
    return await withSession(connectionString, migrate)
  } catch (error) {
    throw new CommandFailure(`Cannot migrate ${place}: ${messagesOf(error).join(' ')}`, { cause: error })
  }
}

function messagesOf(error: unknown): string[] {
  return error instanceof Error ? [error.message, ...messagesOf(error.cause)] : []
}
