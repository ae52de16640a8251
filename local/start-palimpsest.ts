import { migrateToLatest } from '../lib/migrate/index.ts'
import { join } from 'node:path'
import { buildSiteIfChanged, sitePaths } from './build-site.ts'
import { checkPort, describePortFailure } from './check-port.ts'
import { checkSettings } from './check-settings.ts'
import { chooseModel } from './choose-model.ts'
import type { ChooseModelDeps, ModelChoice } from './choose-model.ts'
import { CommandFailure } from './command-failure.ts'
import { describeOwner } from './describe-owner.ts'
import { describeStart } from './describe-start.ts'
import type { EnvironmentValues } from './environment.ts'
import { loadFunctions } from './load-functions.ts'
import { findOwner } from './lock-folder.ts'
import { openLimits } from './open-limits.ts'
import { findPooler } from './find-pooler.ts'
import { openDatabase } from './open-database.ts'
import type { OpenDatabase } from './open-database.ts'
import { publishBuiltLessons } from './publish-built-lessons.ts'
import { runMigrations } from './run-migrations.ts'
import { startServer } from './server.ts'
import { parseServingSettings, portSetting } from './serving-settings.ts'
import { readVercelRoutes } from './vercel-routes.ts'

/** Milliseconds for sections in progress to be finished and stored when the server stops. */
const workGraceMs = 15_000
const dataDir = '.palimpsest'

export interface StartOptions extends ChooseModelDeps {
  /** The project's root. */
  readonly root: string
  readonly environment: EnvironmentValues
  readonly setEnvironment: (values: EnvironmentValues) => void
  readonly buildSite: () => Promise<void>
  readonly print: (line: string) => void
  /** Called with what to close, in the order of opening, so that an interrupted start closes what it had opened. */
  readonly onOpened: (close: () => Promise<void>) => void
}

/** Builds what changed, opens the database, publishes the lessons and serves them; returns the site's address. */
export async function startPalimpsest(options: StartOptions): Promise<string> {
  const { root, environment, print } = options
  const host = '127.0.0.1'
  checkSettings(environment, portSetting, findPooler(environment))
  const { port, allowedHosts } = parseServingSettings(environment)
  await checkRunning(options)
  await checkPort(host, port)
  const site = await buildSite(options)
  const database = await open(options, `http://${host}:${port}`)
  print('Applying migrations and publishing the lessons')
  const migrated = await runMigrations(database, migrateToLatest)
  const lessons = await publishBuiltLessons(database.db, join(root, sitePaths.manifest))
  print('Looking for the model')
  const model = await chooseModel(environment, options)
  options.onOpened(model.close)
  configureFunctions(options, database, model)
  // Else a page whose name is made to lead to this machine could read what is here.
  const url = await serve(options, { host, port, allowedHosts: allowedHosts ?? [] })
  for (const line of describeStart({ url, site, database, migrated, lessons, model })) print(line)
  return url
}

async function buildSite({ root, buildSite: build, print }: StartOptions): Promise<'built' | 'unchanged'> {
  print('Looking for changes in the site')
  return buildSiteIfChanged({
    root,
    build: () => {
      print('Building the site, because its sources changed; this takes about half a minute')
      return build()
    },
  })
}

/** A second start would stumble over the port or, half a minute later, over the database. */
async function checkRunning({ root, environment }: StartOptions): Promise<void> {
  if (environment['DATABASE_URL']) return
  const owner = await findOwner(join(root, dataDir, 'database'))
  if (owner !== undefined) throw new CommandFailure(describeOwner(owner))
}

async function open({ root, environment, print, onOpened }: StartOptions, site: string): Promise<OpenDatabase> {
  print('Opening the database')
  const database = await openDatabase({
    databaseUrl: environment['DATABASE_URL'],
    dataDir: join(root, dataDir),
    site,
  })
  onOpened(() => database.close())
  return database
}

/** The functions read their settings from the environment, here as on Vercel. */
const configureFunctions = (
  { environment, setEnvironment }: StartOptions,
  database: OpenDatabase,
  model: ModelChoice,
): void =>
  setEnvironment({
    ...(model.demo ? chooseLimits(environment) : {}),
    ...model.settings,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    // The terminal is for who started it.
    LOG_REQUESTS: environment['LOG_REQUESTS'] || 'off',
  })

/** The demo writer's words are free: only a limit that is set holds for it. */
const chooseLimits = (environment: EnvironmentValues): EnvironmentValues =>
  Object.fromEntries(Object.entries(openLimits).map(([name, plenty]) => [name, environment[name] || plenty]))

async function serve(
  { root, onOpened }: StartOptions,
  { host, port, allowedHosts }: { host: string; port: number; allowedHosts: readonly string[] },
): Promise<string> {
  const server = await startServer({
    host,
    port,
    allowedHosts,
    workGraceMs,
    siteDir: join(root, sitePaths.siteDir),
    functions: await loadFunctions(join(root, 'api')),
    vercelRoutes: await readVercelRoutes(join(root, 'vercel.json')),
  }).catch((error: unknown) => {
    throw describePortFailure(error, port)
  })
  onOpened(() => server.close())
  return server.url
}
