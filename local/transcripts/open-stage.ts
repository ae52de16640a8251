import { migrateToLatest } from '../../lib/migrate/index.ts'
import { addKey, createDatabase } from '../../lib/db/index.ts'
import { keyScopes } from '../../lib/contract/index.ts'
import { demoModel } from '../../lib/llm/index.ts'
import { sitePaths } from '../build-site.ts'
import { startDemoWriter } from '../demo-writer/start-demo-writer.ts'
import { setEnvironment } from '../environment.ts'
import { loadFunctions } from '../load-functions.ts'
import { startNeonEndpoint } from '../neon-endpoint.ts'
import { startPgliteServer } from '../pglite-server.ts'
import { publishBuiltLessons } from '../publish-built-lessons.ts'
import { runMigrations } from '../run-migrations.ts'
import { startServer } from '../server.ts'
import { readVercelRoutes } from '../vercel-routes.ts'
import { buildNewKey } from '../keys/new-key.ts'
import { keyVariable } from './key-variable.ts'

/** Starts the whole product on free ports: an empty PGlite in memory, the demo writer, the built site and the functions. */
export async function openStage(onOpened: (close: () => Promise<void>) => void): Promise<string> {
  const pglite = await startPgliteServer()
  onOpened(() => pglite.close())
  const endpoint = await startNeonEndpoint({ connectionString: pglite.connectionString })
  onOpened(() => endpoint.close())
  await runMigrations({ connectionString: pglite.connectionString, place: 'PGlite in memory' }, migrateToLatest)
  const db = createDatabase({ connectionString: pglite.connectionString, fetchEndpoint: endpoint.url })
  await publishBuiltLessons(db, sitePaths.manifest)
  const key = await addKey(db, buildNewKey({ name: 'transcripts', scopes: keyScopes }))
  const writer = await startDemoWriter()
  onOpened(() => writer.close())
  setEnvironment({
    DATABASE_URL: pglite.connectionString,
    NEON_FETCH_ENDPOINT: endpoint.url,
    OPENAI_API_KEY: 'demo',
    OPENAI_BASE_URL: writer.baseUrl,
    OPENAI_MODEL: demoModel,
    // The commands of the transcript take it from their environment.
    [keyVariable]: key?.key,
  })
  const server = await startServer({
    siteDir: sitePaths.siteDir,
    functions: await loadFunctions('api'),
    vercelRoutes: await readVercelRoutes('vercel.json'),
  })
  onOpened(() => server.close())
  return server.url
}
