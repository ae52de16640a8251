import { NeonDbError } from '@neondatabase/serverless'
import type { Kysely } from 'kysely'
import { type Database, type Published, publishLessons } from '../lib/db/index.ts'
import { CommandFailure } from './command-failure.ts'
import { readManifest } from './read-manifest.ts'

/** SQLSTATE `undefined_table`. */
const missingTable = '42P01'

/** The result of publishing a build's lessons. */
export interface PublishedBuild extends Published {
  /** A sentence for each lesson that could not be published. */
  readonly refused: readonly string[]
}

/**
 * Publishes the lessons of the site's build. Throws `CommandFailure` if there is no readable build, or the database has
 * no tables yet.
 */
export async function publishBuiltLessons(db: Kysely<Database>, manifestPath: string): Promise<PublishedBuild> {
  const manifest = await readManifest(manifestPath)
  const published = await publishLessons({ db }, manifest).catch((error: unknown) => {
    if (!(error instanceof NeonDbError) || error.code !== missingTable) throw error
    throw new CommandFailure('The database has no tables yet: migrate it first (npm run migrate)', { cause: error })
  })
  return { ...published, refused: manifest.refused }
}
