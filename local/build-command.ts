import { migrateToLatest } from '../lib/migrate/index.ts'
import { buildSiteIfChanged, sitePaths } from './build-site.ts'
import { checkSettings } from './check-settings.ts'
import { readEnvironment } from './environment.ts'
import { findPooler } from './find-pooler.ts'
import { openDatabase } from './open-database.ts'
import { publishBuiltLessons } from './publish-built-lessons.ts'
import { runDocusaurusBuild } from './run-docusaurus.ts'
import { runMigrations } from './run-migrations.ts'
import { print, runToEnd } from './run-to-end.ts'

/** `npm run build`: builds the site; where `DATABASE_URL` is set, brings the database up to date and publishes. */
async function build(): Promise<void> {
  const environment = readEnvironment()
  checkSettings(environment, {}, findPooler(environment))
  const site = await buildSiteIfChanged({ root: '.', build: () => runDocusaurusBuild('.') })
  print(`Site: ${site === 'built' ? 'built' : 'unchanged since the last build'}`)
  const databaseUrl = environment['DATABASE_URL']
  if (!databaseUrl) return print('Lessons: not published, because DATABASE_URL is not set')
  const database = await openDatabase({ databaseUrl, dataDir: '.palimpsest' })
  try {
    const migrated = await runMigrations(database, migrateToLatest)
    const { added, unchanged, refused } = await publishBuiltLessons(database.db, sitePaths.manifest)
    print(`Database: ${database.place}, ${migrated.length} migrations applied`)
    print(`Lessons: ${added} new or changed, ${unchanged} unchanged`)
    refused.forEach(print)
  } finally {
    await database.close()
  }
}

await runToEnd(build)
