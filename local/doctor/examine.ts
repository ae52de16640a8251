import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError, parseEnvironment } from '../../lib/runtime/parse-environment.ts'
import type { Price } from '../../lib/spend/model-prices.ts'
import { CommandFailure, describeFailure } from '../command-failure.ts'
import type { EnvironmentValues } from '../environment.ts'
import { openDatabase, type OpenDatabase } from '../open-database.ts'
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
  const model = await checkModel(environment)
  return [
    ...checkEnvironment(environment),
    ...(await examineDatabase(environment)),
    model,
    ...(isDemo(environment) ? [ok('price', 'nothing')] : [checkPrice(environment, readPrice(environment))]),
    ...(origin === undefined ? [] : await checkSite(origin)),
    ...(await checkRegions(environment['DATABASE_URL'])),
    ...(await checkFunctions()),
  ]
}

const isDemo = (environment: EnvironmentValues): boolean =>
  [environment['OPENAI_API_KEY'], environment['OPENAI_BASE_URL']].every((value) => (value ?? '').trim() === '')

/** None while the environment cannot be used: that is said elsewhere. */
function readPrice({ OPENAI_PRICE }: EnvironmentValues): Price | undefined {
  try {
    return parseEnvironment({ DATABASE_URL: 'postgresql://unset@unset/unset', OPENAI_PRICE }).model.price
  } catch (error) {
    if (error instanceof EnvironmentError) return undefined
    throw error
  }
}

const dataDir = '.palimpsest'

async function examineDatabase(environment: EnvironmentValues): Promise<Check[]> {
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
