import * as v from 'valibot'

/** How this page reaches the API. */
export interface Api {
  /** Put before every path; empty when the API stands on the site's own origin. */
  readonly base: string
  readonly fetch: typeof fetch
}

export interface ApiCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly learner?: string
  readonly body?: unknown
  readonly accept?: string
  readonly signal?: AbortSignal
}

/** An answer that is not the one hoped for: a refusal by code, or `unreachable` when none came at all. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, status: number, message: string) {
    super(message)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
  }
}

const problemSchema = v.object({ error: v.string(), message: v.string() })

async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  const problem = v.safeParse(problemSchema, body)
  return problem.success
    ? new ApiProblem(problem.output.error, response.status, problem.output.message)
    : new ApiProblem('unreachable', response.status, 'The server gave no usable answer.')
}

/** Sends one request. Resolves with a 2xx response; throws `ApiProblem` for every other outcome but an abort. */
export async function callApi(api: Api, call: ApiCall): Promise<Response> {
  const { method, path, learner, body, accept = 'application/json', signal } = call
  let response: Response
  try {
    response = await api.fetch(api.base + path, {
      method,
      headers: {
        accept,
        ...(learner === undefined ? {} : { 'x-user-id': learner }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) {
      throw error
    }
    throw new ApiProblem('unreachable', 0, 'The server could not be reached.')
  }
  if (!response.ok) {
    throw await readProblem(response)
  }
  return response
}
