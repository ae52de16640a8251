import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { createDatabase } from '../../lib/db/create-database.ts'
import type { Database } from '../../lib/db/database.ts'
import { buildSiteIfChanged, sitePaths } from '../../local/build-site.ts'
import { startDemoWriter, type DemoWriter } from '../../local/demo-writer/start-demo-writer.ts'
import { setEnvironment } from '../../local/environment.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { startNeonEndpoint } from '../../local/neon-endpoint.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startPgliteServer } from '../../local/pglite-server.ts'
import { publishBuiltLessons } from '../../local/publish-built-lessons.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { startServer, type RunningServer } from '../../local/server.ts'
import { readVercelRoutes, type VercelRoute } from '../../local/vercel-routes.ts'
import { withSession } from '../../local/with-session.ts'

/** The project's root. */
export const projectRoot = path.join(import.meta.dirname, '../..')

/** The whole product on one machine, as `npm start` runs it, with a demo writer that does not take its time. */
export interface RunningSite {
  readonly url: string
  readonly writer: DemoWriter
  readonly db: Kysely<Database>
  /** Deploys another build: its lessons are published and its pages served, at the same address. */
  deploy(root: string): Promise<void>
  close(): Promise<void>
}

export interface SiteOptions {
  readonly tokensPerSecond?: number
  readonly firstTokenMs?: number
  /** A copy of the project whose site is built and served; the project itself by default. */
  readonly root?: string
  /** A dump of a database with our tables, which the site's begins with. */
  readonly data?: Blob
  /** What is served instead of vercel.json's headers and redirects. */
  readonly vercelRoutes?: readonly VercelRoute[]
}

export async function startSite(options: SiteOptions = {}): Promise<RunningSite> {
  const { tokensPerSecond = 4000, firstTokenMs = 20, root = projectRoot, data } = options
  const vercelRoutes = options.vercelRoutes ?? (await readVercelRoutes(path.join(projectRoot, 'vercel.json')))
  await buildSiteIfChanged({ root, build: () => runDocusaurusBuild(root) })
  const database = await startPgliteServer({ data })
  await withSession(database.connectionString, migrateToLatest)
  const endpoint = await startNeonEndpoint({ connectionString: database.connectionString })
  const db = createDatabase({ connectionString: database.connectionString, fetchEndpoint: endpoint.url })
  await publishBuiltLessons(db, path.join(root, sitePaths.manifest))
  const writer = await startDemoWriter({ tokensPerSecond, firstTokenMs })
  setEnvironment({
    ...openLimits,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: endpoint.url,
    OPENAI_API_KEY: 'demo',
    OPENAI_BASE_URL: writer.baseUrl,
    OPENAI_MODEL: 'demo-writer',
    LOG_REQUESTS: 'off',
  })
  let server = await serve(root, 0, vercelRoutes)
  return {
    url: server.url,
    writer,
    db,
    async deploy(other) {
      await publishBuiltLessons(db, path.join(other, sitePaths.manifest))
      await server.close()
      server = await serve(other, Number(new URL(server.url).port), vercelRoutes)
    },
    async close() {
      await server.close()
      await writer.close()
      await endpoint.close()
      await database.close()
    },
  }
}

const serve = async (root: string, port: number, vercelRoutes: readonly VercelRoute[]): Promise<RunningServer> =>
  startServer({
    port,
    siteDir: path.join(root, sitePaths.siteDir),
    functions: await loadFunctions(path.join(projectRoot, 'api')),
    vercelRoutes,
  })
