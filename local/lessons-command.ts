import { defineCommand, runMain } from 'citty'
import { describeVariants } from '../lib/learner/count-variants.ts'
import { sitePaths } from './build-site.ts'
import { readEnvironment } from './environment.ts'
import { openDatabase } from './open-database.ts'
import { publishBuiltLessons } from './publish-built-lessons.ts'
import { print, runToEnd } from './run-to-end.ts'

const publish = defineCommand({
  meta: { name: 'publish', description: 'Store the lessons of the last site build in the database' },
  args: {
    manifest: { type: 'string', default: sitePaths.manifest, description: 'The lessons that the build wrote' },
  },
  run: ({ args }) => runToEnd(() => publishTo(args.manifest)),
})

async function publishTo(manifest: string): Promise<void> {
  const database = await openDatabase({ databaseUrl: readEnvironment()['DATABASE_URL'], dataDir: '.palimpsest' })
  try {
    const { added, unchanged } = await publishBuiltLessons(database.db, manifest)
    print(`${database.place}: ${added} new or changed, ${unchanged} unchanged`)
    print(describeVariants())
  } finally {
    await database.close()
  }
}

await runMain(
  defineCommand({
    meta: { name: 'lessons', description: 'Work with the published lessons' },
    subCommands: { publish },
  }),
)
