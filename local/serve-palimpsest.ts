import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { checkPort, describePortFailure } from './check-port.ts'
import { checkSettings } from './check-settings.ts'
import { chooseModel, type ChooseModelDeps, type ModelChoice } from './choose-model.ts'
import { CommandFailure } from './command-failure.ts'
import { checkMigrations } from './doctor/check-database.ts'
import type { EnvironmentValues } from './environment.ts'
import { loadFunctions } from './load-functions.ts'
import { openDatabase, type OpenDatabase } from './open-database.ts'
import { startServer } from './server.ts'
import { namesModel } from './read-settings.ts'
import { parseServingSettings, servingSettings } from './serving-settings.ts'
import { readVercelRoutes } from './vercel-routes.ts'

/**
 * Time limits in milliseconds when the server stops: for responses in progress, and then for sections whose readers
 * have left.
 */
const [graceMs, workGraceMs] = [20_000, 15_000]

export interface ServeOptions extends ChooseModelDeps {
  /** The project's root. */
  readonly root: string
  /** The built site. */
  readonly siteDir: string
  /** Whether the demo writer may be used if no model is set. */
  readonly demo: boolean
  readonly environment: EnvironmentValues
  readonly setEnvironment: (values: EnvironmentValues) => void
  readonly print: (line: string) => void
  /** Called with what to close, in the order of opening. */
  readonly onOpened: (close: () => Promise<void>) => void
}

/**
 * Serves the built site and the functions. Unlike `npm start` it builds, migrates and publishes nothing, requires a
 * database and a model, and throws `CommandFailure` if something is missing.
 */
export async function servePalimpsest(options: ServeOptions): Promise<string> {
  const { root, siteDir, demo, environment, print, onOpened } = options
  checkSettings(environment, servingSettings, [
    ...(environment['DATABASE_URL']
      ? []
      : ['DATABASE_URL is not set: wanted "postgresql://user:password@host/database"']),
    ...(demo || namesModel(environment)
      ? []
      : ['No model is set: wanted OPENAI_API_KEY, OPENAI_BASE_URL, or --demo for the demo writer']),
  ])
  const { host, port, clientAddressHeader, allowedHosts } = parseServingSettings(environment)
  await checkPort(host, port)
  await checkSite(siteDir)
  const database = await openMigrated(options)
  const model = await openModel(options)
  // The functions read their settings from the environment, as on Vercel.
  options.setEnvironment({
    ...model.settings,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
  })
  const server = await startServer({
    host,
    port,
    clientAddressHeader,
    allowedHosts,
    siteDir,
    graceMs,
    workGraceMs,
    compressAnswers: true,
    functions: await loadFunctions(join(root, 'api')),
    vercelRoutes: await readVercelRoutes(join(root, 'vercel.json')),
  }).catch((error: unknown) => {
    throw describePortFailure(error, port)
  })
  onOpened(() => server.close())
  print(`Palimpsest serves at ${server.url}: ${database.place}, ${model.description}`)
  for (const note of model.notes) print(`Note: ${note}`)
  return server.url
}

async function checkSite(siteDir: string): Promise<void> {
  await access(join(siteDir, 'index.html')).catch((error: unknown) => {
    throw new CommandFailure(`There is no built site in ${siteDir}: build it first (npm run build)`, { cause: error })
  })
}

async function openMigrated({ root, environment, onOpened }: ServeOptions): Promise<OpenDatabase> {
  const database = await openDatabase({ databaseUrl: environment['DATABASE_URL'], dataDir: join(root, '.palimpsest') })
  onOpened(() => database.close())
  const { state, found, todo } = await checkMigrations(database)
  if (state === 'wrong') throw new CommandFailure(`${database.place}: migrations ${found}. ${todo}`)
  return database
}

async function openModel({ environment, onOpened, ...deps }: ServeOptions): Promise<ModelChoice> {
  const model = await chooseModel(environment, deps)
  onOpened(model.close)
  return model
}
