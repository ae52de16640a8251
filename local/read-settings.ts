import { demoModel } from '../lib/llm/index.ts'
import { parseEnvironment, type Settings } from '../lib/runtime/index.ts'
import type { EnvironmentValues } from './environment.ts'
import { anyDatabase } from './find-unusable.ts'
import type { OpenDatabase } from './open-database.ts'

/**
 * The settings of the functions with the opened database, and the demo writer if no model is named. They must have been
 * checked.
 */
export const readLocalSettings = (
  environment: EnvironmentValues,
  { connectionString, fetchEndpoint }: Pick<OpenDatabase, 'connectionString' | 'fetchEndpoint'>,
): Settings =>
  parseEnvironment({
    ...environment,
    ...(namesModel(environment) ? {} : { OPENAI_MODEL: demoModel }),
    DATABASE_URL: connectionString,
    NEON_FETCH_ENDPOINT: fetchEndpoint,
  })

/** The model's settings; the database does not matter. They must have been checked. */
export const readModelSettings = (environment: EnvironmentValues): Settings['model'] =>
  parseEnvironment({ ...environment, DATABASE_URL: anyDatabase }).model

/** Whether the settings name a model; otherwise the demo writer is used. */
export const namesModel = (environment: EnvironmentValues): boolean =>
  ['OPENAI_API_KEY', 'OPENAI_BASE_URL'].some((name) => (environment[name] ?? '') !== '')
