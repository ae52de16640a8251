import * as v from 'valibot'

const modelsSchema = v.object({ data: v.array(v.object({ id: v.string() })) })

/** What an OpenAI-compatible server says to `GET {baseUrl}/models`. */
export type ModelList =
  | { readonly answer: 'models'; readonly ids: readonly string[] }
  | { readonly answer: 'refused'; readonly status: number }
  | { readonly answer: 'none'; readonly reason: string }

export interface ListModelsOptions {
  readonly apiKey?: string | undefined
  readonly timeoutMs: number
}

/** Asks which models there are: costs nothing and says whether the key is good. Never throws. */
export async function listModels(baseUrl: string, { apiKey, timeoutMs }: ListModelsOptions): Promise<ModelList> {
  try {
    const response = await fetch(`${baseUrl}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.status === 401 || response.status === 403) return { answer: 'refused', status: response.status }
    if (!response.ok) return { answer: 'none', reason: `HTTP status ${response.status}` }
    const parsed = v.safeParse(modelsSchema, await response.json())
    return parsed.success
      ? { answer: 'models', ids: parsed.output.data.map(({ id }) => id) }
      : { answer: 'none', reason: 'no list of models' }
  } catch (error) {
    return { answer: 'none', reason: describeReason(error, timeoutMs) }
  }
}

function describeReason(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'no readable answer'
}
