import { type ModelSettings, openaiUrl } from '../lib/llm/index.ts'
import type { listModels } from './list-models.ts'

/** The result of checking the model's server, for the start and for the doctor. */
export interface ModelFinding {
  readonly state: 'ok' | 'refused' | 'doubtful' | 'away'
  /** Names the server without its path, which may contain a secret. */
  readonly found: string
  readonly todo?: string
}

const idsShown = 5

/**
 * Checks whether the model's server answers, accepts the key and has the model; lists its models, which costs nothing.
 */
export async function examineModel(
  { apiKey, baseUrl, name }: ModelSettings,
  { list, timeoutMs }: { readonly list: typeof listModels; readonly timeoutMs: number },
): Promise<ModelFinding> {
  const server = baseUrl ?? openaiUrl
  const place = nameServer(server)
  const models = await list(server, { apiKey, timeoutMs })
  switch (models.answer) {
    case 'refused':
      return {
        state: 'refused',
        found: `${place} ${apiKey === undefined ? 'wants a key' : 'refuses OPENAI_API_KEY'} (HTTP status ${models.status})`,
        todo: apiKey === undefined ? 'set OPENAI_API_KEY' : 'check the key',
      }
    case 'none':
      return {
        state: 'away',
        found: `${place} does not answer (${models.reason})`,
        todo: 'check OPENAI_BASE_URL and the network',
      }
    case 'other':
      return {
        state: 'doubtful',
        found: `${place} does not answer as a model server does (${models.reason})`,
        todo: 'check the path in OPENAI_BASE_URL, which is /v1 for most servers',
      }
    case 'models':
      if (models.ids.includes(name)) return { state: 'ok', found: `${place} answers and has "${name}"` }
      return {
        state: 'doubtful',
        found: `${place} does not list the model "${name}"`,
        todo: `set OPENAI_MODEL to one that it has (${shortenIds(models.ids)})`,
      }
  }
}

/** Scheme and host of a checked base URL. */
export const nameServer = (baseUrl: string): string => new URL(baseUrl).origin

export function shortenIds(ids: readonly string[]): string {
  if (ids.length === 0) return 'no models'
  return ids.slice(0, idsShown).join(', ') + (ids.length > idsShown ? `, and ${ids.length - idsShown} more` : '')
}
