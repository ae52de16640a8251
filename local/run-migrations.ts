import type { Kysely } from 'kysely'
import { DatabaseError } from 'pg'
import { CommandFailure } from './command-failure.ts'
import { describeDatabaseError } from './describe-database-error.ts'
import type { OpenDatabase } from './open-database.ts'
import { withSession } from './with-session.ts'

/** Runs a function of `lib/db/migrate.ts`; a failure says which migration failed, and PostgreSQL's reason. */
export async function runMigrations(
  { connectionString, place }: Pick<OpenDatabase, 'connectionString' | 'place'>,
  migrate: (db: Kysely<never>) => Promise<string[]>,
): Promise<string[]> {
  try {
    return await withSession(connectionString, migrate)
  } catch (error) {
    throw new CommandFailure(`Cannot migrate ${place}: ${describeMigrationError(error)}`, { cause: error })
  }
}

/** Describes a failed migration with PostgreSQL's reason, or a failed connection. */
function describeMigrationError(error: unknown): string {
  const chain = causesOf(error)
  const root = chain.at(-1)
  const isOwn = root instanceof DatabaseError ? root.severity !== 'FATAL' : /migration/i.test(root?.message ?? '')
  return isOwn ? chain.map(({ message }) => message).join(' ') : `it ${describeDatabaseError(root)}`
}

const causesOf = (error: unknown): readonly Error[] => (error instanceof Error ? [error, ...causesOf(error.cause)] : [])
