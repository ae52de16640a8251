import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CommandFailure, describeFailure } from '../command-failure.ts'
import type { EnvironmentValues } from '../environment.ts'
import { findPooler } from '../find-pooler.ts'
import { findUnusable } from '../find-unusable.ts'
import { openDatabase, type OpenDatabase } from '../open-database.ts'
import { namesModel, readModelSettings } from '../read-settings.ts'
import { servingSettings } from '../serving-settings.ts'
import { ok, warning, wrong, type Check } from './check.ts'
import { checkDatabase, checkMigrations } from './check-database.ts'
import { checkEnvironment } from './check-environment.ts'
import { checkFunctions } from './check-functions.ts'
import { checkLessons } from './check-lessons.ts'
import { checkModel, checkPrice } from './check-model.ts'
import { checkRegions } from './check-regions.ts'
import { checkSite } from './check-site.ts'

/** Looks at everything that a deployment stands on, and goes on whatever is wrong with one of it. */
export async function examine(environment: EnvironmentValues, origin: string | undefined): Promise<Check[]> {
  const problems = findUnusable(environment, servingSettings)
  const unusable = (pattern: RegExp): string | undefined => problems.find(({ name }) => pattern.test(name))?.name
  return [
    ...checkEnvironment(environment, problems),
    ...(await examineDatabase(environment, unusable(/^DATABASE_URL$/))),
    ...findPooler(environment).map((line) =>
      warning('migrations', line, 'The functions may use it; migrate and start do not'),
    ),
    ...(await examineWriting(environment, unusable(/^OPENAI_/))),
    ...(origin === undefined ? [] : await checkSite(origin)),
    ...(unusable(/^DATABASE_URL$/) === undefined ? await checkRegions(environment['DATABASE_URL']) : []),
    ...(await checkFunctions()),
  ]
}

const notLookedAt = (name: string, setting: string): Check[] => [
  wrong(name, 'not looked at', `Set ${setting} as wanted above`),
]

async function examineWriting(environment: EnvironmentValues, unusable: string | undefined): Promise<Check[]> {
  if (unusable !== undefined) return notLookedAt('model', unusable)
  if (!namesModel(environment)) return [ok('model', 'the demo writer: rules, not a model'), ok('price', 'nothing')]
  const model = readModelSettings(environment)
  return [await checkModel(model), checkPrice(model)]
}

const dataDir = '.palimpsest'

async function examineDatabase(environment: EnvironmentValues, unusable: string | undefined): Promise<Check[]> {
  if (unusable !== undefined) return notLookedAt('database', unusable)
  const databaseUrl = environment['DATABASE_URL']
  if (!databaseUrl && !existsSync(join(dataDir, 'database')))
    return [warning('database', 'there is none here yet', 'npm start makes one')]
  let database: OpenDatabase
  try {
    database = await openDatabase({ databaseUrl, dataDir })
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error
    return [wrong('database', describeFailure(error), 'Nothing that stands in it was looked at')]
  }
  try {
    const migrations = await checkMigrations(database)
    const checks = [await checkDatabase(database), migrations]
    return migrations.state === 'wrong' ? checks : [...checks, await checkLessons(database)]
  } finally {
    await database.close()
  }
}
