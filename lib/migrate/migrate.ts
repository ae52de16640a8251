import { promises as fs } from 'node:fs'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { FileMigrationProvider, Migrator, type MigrationResultSet } from 'kysely/migration'

const migrationFolder = path.join(import.meta.dirname, '../../migrations')

/**
 * Applies all pending migrations; returns their names. Needs a connection that is held (`pg`), not the HTTP driver: the
 * migrator's lock belongs to a session.
 */
export async function migrateToLatest(db: Kysely<never>): Promise<string[]> {
  return namesOf(await createMigrator(db).migrateToLatest())
}

/** Reverts the last migration; returns its name in a list, which is empty if none is applied. */
export async function migrateDown(db: Kysely<never>): Promise<string[]> {
  return namesOf(await createMigrator(db).migrateDown())
}

/** The names of all migrations, in the order in which they are applied. */
export const readMigrationNames = async (): Promise<string[]> => Object.keys(await provider.getMigrations()).toSorted()

const provider = new FileMigrationProvider({ fs, path, migrationFolder })

const createMigrator = (db: Kysely<never>): Migrator => new Migrator({ db, provider })

function namesOf({ error, results = [] }: MigrationResultSet): string[] {
  const failed = results.find(({ status }) => status === 'Error')
  if (failed) throw new Error(`Migration "${failed.migrationName}" failed and was rolled back.`, { cause: error })
  if (error instanceof Error) throw error
  if (error !== undefined) throw new Error('The migrations could not be run.', { cause: error })
  return results.map(({ migrationName }) => migrationName)
}
