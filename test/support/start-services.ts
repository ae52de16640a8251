import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import type { TestProject } from 'vitest/node'
import { startNeonEndpoint } from '../../local/neon-endpoint.ts'
import { startPgliteServer } from '../../local/pglite-server.ts'
import { withSession } from '../../local/with-session.ts'
import { startScriptedModel } from './scripted-model.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    connectionString: string
    fetchEndpoint: string
    modelBaseUrl: string
  }
}

/** The services behind the endpoint suites: PGlite behind the Neon endpoint, and a model that follows a script. */
export default async function startServices({ provide }: TestProject): Promise<() => Promise<void>> {
  const database = await startPgliteServer()
  await withSession(database.connectionString, migrateToLatest)
  const endpoint = await startNeonEndpoint({ connectionString: database.connectionString, pool: { max: 4 } })
  const model = await startScriptedModel()
  provide('connectionString', database.connectionString)
  provide('fetchEndpoint', endpoint.url)
  provide('modelBaseUrl', model.baseUrl)
  return async () => {
    await model.close()
    await endpoint.close()
    await database.close()
  }
}
