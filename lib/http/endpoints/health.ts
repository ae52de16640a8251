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
  /** What this process knows of models from the last `modelHealthMilliseconds`. */
  readonly recent: RecentAnswers
}

/** How long what is known of a model is told again: anybody may ask, and each look is a call of the provider's. */
export const modelHealthMilliseconds = 30_000

/** How long the model's server may take to say that it is there, in milliseconds. */
const modelMillisecondsMax = 3_000

/** `GET /api/health`: 200 when the database can be reached and the model could in the last half minute, else 503; says which, and the version. */
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
