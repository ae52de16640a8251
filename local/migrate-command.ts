import { migrateToLatest, migrateDown } from '../lib/migrate/index.ts'
import { defineCommand, runMain } from 'citty'
import { checkSettings } from './check-settings.ts'
import { CommandFailure } from './command-failure.ts'
import { readEnvironment } from './environment.ts'
import { findPooler } from './find-pooler.ts'
import { openDatabase } from './open-database.ts'
import { runMigrations } from './run-migrations.ts'
import { print, runToEnd } from './run-to-end.ts'

const directions = {
  latest: { run: migrateToLatest, done: 'Applied', nothing: 'Nothing to apply: the database is up to date' },
  down: { run: migrateDown, done: 'Took back', nothing: 'Nothing to take back: no migration is applied' },
} as const

const command = defineCommand({
  meta: { name: 'migrate', description: 'Apply all migrations, or revert the last one' },
  args: {
    direction: { type: 'positional', required: false, default: 'latest', description: 'latest (also: up), or down' },
  },
  run: ({ args }) => runToEnd(() => migrate(args.direction)),
})

async function migrate(word: string): Promise<void> {
  const direction = word === 'up' ? directions.latest : Object.entries(directions).find(([name]) => name === word)?.[1]
  if (direction === undefined) throw new CommandFailure(`Unknown direction "${word}": wanted latest, up or down`)
  const environment = readEnvironment()
  checkSettings(environment, {}, findPooler(environment))
  const database = await openDatabase({ databaseUrl: environment['DATABASE_URL'], dataDir: '.palimpsest' })
  try {
    const names = await runMigrations(database, direction.run)
    for (const name of names) print(`${direction.done} ${name}`)
    print(names.length === 0 ? `${direction.nothing} (${database.place})` : `${database.place}: done`)
  } finally {
    await database.close()
  }
}

await runMain(command)
