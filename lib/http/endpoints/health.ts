import { sql } from 'kysely'
import type { HealthAnswer } from '../../contract/index.ts'
import { type ModelSettings, openaiUrl } from '../../llm/index.ts'
import { buildRecipe } from '../../prompt/index.ts'
import { answer } from '../answer.ts'
import type { RecentAnswers } from '../recent-answers.ts'
import type { DataServices } from './users.ts'

export interface HealthServices extends DataServices {
  readonly settings: { readonly model: ModelSettings; readonly version: string }
  readonly fetch: typeof fetch
  /** Model checks of the last `modelHealthMilliseconds`. */
  readonly recent: RecentAnswers
}

/** How long a check of the model is reused, in milliseconds: anybody may ask, and each check calls the provider. */
export const modelHealthMilliseconds = 30_000

/** How long the model's server may take to answer, in milliseconds. */
const modelMillisecondsMax = 3_000

/**
 * `GET /api/health`: 200 if the database answers and the model answered in the last half minute, else 503; names each
 * of them and the version.
 */
export async function getHealth(_request: Request, services: HealthServices): Promise<Response> {
  const { version, model: settings } = services.settings
  const [database, model] = await Promise.all([
    checkDatabase(services),
    services.recent.about(JSON.stringify(settings), () => checkModel(services)),
  ])
  const body: HealthAnswer = {
    status: database && model ? 'ok' : 'degraded',
    database: database ? 'reachable' : 'unreachable',
    model: model ? 'reachable' : 'unreachable',
    model_name: settings.name,
    recipe: buildRecipe(settings.name),
    version,
  }
  return answer<HealthAnswer>(body, database && model ? 200 : 503)
}

async function checkDatabase({ db }: HealthServices): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

/** Asks for the list of models: costs nothing and says whether the key is good. */
async function checkModel({ settings: { model }, fetch }: HealthServices): Promise<boolean> {
  try {
    const response = await fetch(`${model.baseUrl ?? openaiUrl}/models`, {
      headers: { authorization: `Bearer ${model.apiKey ?? 'none'}` },
      signal: AbortSignal.timeout(modelMillisecondsMax),
    })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
