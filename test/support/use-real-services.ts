import { afterAll, beforeAll } from 'vitest'
import { startScriptedModel, type ScriptedModel } from './scripted-model.ts'
import { startDatabase, type StartedDatabase } from './start-database.ts'

/** What the functions of one test file talk to; there once its tests run. */
export interface RealServices {
  readonly database: StartedDatabase
  readonly model: ScriptedModel
}

/** A real PostgreSQL, in which a test may step with `before`, and a model that follows a script. The environment names both. */
export function useRealServices(options: Parameters<typeof startDatabase>[0] = {}): RealServices {
  let database: StartedDatabase
  let model: ScriptedModel
  beforeAll(async () => {
    model = await startScriptedModel()
    database = await startDatabase(options)
    Object.assign(process.env, {
      DATABASE_URL: database.connectionString,
      NEON_FETCH_ENDPOINT: database.fetchEndpoint,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: 'test-key',
    })
  })
  afterAll(async () => {
    await database.close()
    await model.close()
  })
  return {
    get database() {
      return database
    },
    get model() {
      return model
    },
  }
}
