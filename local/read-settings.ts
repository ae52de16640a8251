import { demoModel } from '../lib/llm/demo-model.ts'
import { EnvironmentError, parseEnvironment, type Settings } from '../lib/runtime/parse-environment.ts'
import { CommandFailure } from './command-failure.ts'
import type { EnvironmentValues } from './environment.ts'
import type { OpenDatabase } from './open-database.ts'

/**
 * The settings as the functions would have them, with the database that is open; the demo writer where no model is named.
 * Throws `CommandFailure` that names each variable to mend.
 */
export function readSettings(
  environment: EnvironmentValues,
  { connectionString, fetchEndpoint }: Pick<OpenDatabase, 'connectionString' | 'fetchEndpoint'>,
): Settings {
  const named = [environment['OPENAI_API_KEY'], environment['OPENAI_BASE_URL']].some((value) => value?.trim())
  try {
    return parseEnvironment({
      ...environment,
      ...(named ? {} : { OPENAI_MODEL: demoModel }),
      DATABASE_URL: connectionString,
      NEON_FETCH_ENDPOINT: fetchEndpoint,
    })
  } catch (error) {
    throw error instanceof EnvironmentError ? new CommandFailure(error.message, { cause: error }) : error
  }
}
