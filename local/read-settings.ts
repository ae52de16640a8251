import { demoModel } from '../lib/llm/index.ts'
import { parseEnvironment, type Settings } from '../lib/runtime/index.ts'
import type { EnvironmentValues } from './environment.ts'
import { anyDatabase } from './find-unusable.ts'
import type { OpenDatabase } from './open-database.ts'

/**
 * The settings as the functions would have them, with the database that is open; the demo writer where no model is named. They
 * must have been checked.
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

/** Who writes, with what key; the database does not matter to it. They must have been checked. */
export const readModelSettings = (environment: EnvironmentValues): Settings['model'] =>
  parseEnvironment({ ...environment, DATABASE_URL: anyDatabase }).model

/** Whether a model writes, or else the demo writer. */
export const namesModel = (environment: EnvironmentValues): boolean =>
  ['OPENAI_API_KEY', 'OPENAI_BASE_URL'].some((name) => (environment[name] ?? '') !== '')
