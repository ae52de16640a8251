import * as v from 'valibot'
import { describeNetworkError } from './describe-network-error.ts'

const modelsSchema = v.object({ data: v.array(v.object({ id: v.string() })) })

/** The response of an OpenAI-compatible server to `GET {baseUrl}/models`. */
export type ModelList =
  | { readonly answer: 'models'; readonly ids: readonly string[] }
  | { readonly answer: 'refused'; readonly status: number }
  /** Something responds, but not with this API. */
  | { readonly answer: 'other'; readonly reason: string }
  | { readonly answer: 'none'; readonly reason: string }

export interface ListModelsOptions {
  readonly apiKey?: string | undefined
  readonly timeoutMs: number
}

/** Lists the available models, which costs nothing and shows whether the key is valid. Never throws. */
export async function listModels(baseUrl: string, { apiKey, timeoutMs }: ListModelsOptions): Promise<ModelList> {
  try {
    const response = await fetch(`${baseUrl}/models`, {
      headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const { status } = response
    if (status === 401 || status === 403) return { answer: 'refused', status }
    if (status === 404 || status === 405)
      return { answer: 'other', reason: `HTTP status ${status} for its list of models` }
    if (!response.ok) return { answer: 'none', reason: `HTTP status ${status}` }
    return readList(await response.text())
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError'
    return {
      answer: 'none',
      reason: late ? `no answer within ${timeoutMs} ms` : (describeNetworkError(error) ?? 'no readable answer'),
    }
  }
}

function readList(body: string): ModelList {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), modelsSchema), body)
  if (parsed.success) return { answer: 'models', ids: parsed.output.data.map(({ id }) => id) }
  return { answer: 'other', reason: /^\s*</.test(body) ? 'a web page, not a list of models' : 'no list of models' }
}
