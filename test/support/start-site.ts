import path from 'node:path'
import type { Kysely } from 'kysely'
import { createDatabase } from '../../lib/db/create-database.ts'
import type { Database } from '../../lib/db/database.ts'
import { migrateToLatest } from '../../lib/db/migrate.ts'
import { buildSiteIfChanged, sitePaths } from '../../local/build-site.ts'
import { startDemoWriter, type DemoWriter } from '../../local/demo-writer/start-demo-writer.ts'
import { setEnvironment } from '../../local/environment.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { startNeonEndpoint } from '../../local/neon-endpoint.ts'
import { startPgliteServer } from '../../local/pglite-server.ts'
import { publishBuiltLessons } from '../../local/publish-built-lessons.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { startServer } from '../../local/server.ts'
import { readVercelRoutes } from '../../local/vercel-routes.ts'
import { withSession } from '../../local/with-session.ts'

const root = path.join(import.meta.dirname, '../..')

/** The whole product on one machine, as `npm start` runs it, with a demo writer that does not take its time. */
export interface RunningSite {
  readonly url: string
  readonly writer: DemoWriter
  readonly db: Kysely<Database>
  close(): Promise<void>
}

export async function startSite({ tokensPerSecond = 4000, firstTokenMs = 20 } = {}): Promise<RunningSite> {
  await buildSiteIfChanged({ root, build: () => runDocusaurusBuild(root) })
  const database = await startPgliteServer()
  await withSession(database.connectionString, migrateToLatest)
  const endpoint = await startNeonEndpoint({ connectionString: database.connectionString })
  const db = createDatabase({ connectionString: database.connectionString, fetchEndpoint: endpoint.url })
  await publishBuiltLessons(db, path.join(root, sitePaths.manifest))
  const writer = await startDemoWriter({ tokensPerSecond, firstTokenMs })
  setEnvironment({
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: endpoint.url,
    OPENAI_API_KEY: 'demo',
    OPENAI_BASE_URL: writer.baseUrl,
    OPENAI_MODEL: 'demo-writer',
  })
  const server = await startServer({
    port: 0,
    siteDir: path.join(root, sitePaths.siteDir),
    functions: await loadFunctions(path.join(root, 'api')),
    vercelRoutes: await readVercelRoutes(path.join(root, 'vercel.json')),
  })
  return {
    url: server.url,
    writer,
    db,
    async close() {
      await server.close()
      await writer.close()
      await endpoint.close()
      await database.close()
    },
  }
}
