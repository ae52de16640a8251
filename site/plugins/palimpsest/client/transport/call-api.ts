import * as v from 'valibot'
import type { ApiAnswer, ApiCall } from './api-call.ts'

/** How this page reaches the API. */
export interface Api {
  /** Put before every path; empty when the API stands on the site's own origin. */
  readonly base: string
  readonly fetch: typeof fetch
}

interface ProblemMore {
  /** What the server's `Retry-After` says. */
  readonly retryAfterSeconds?: number | undefined
  /** Asking again would change nothing. */
  readonly final?: boolean
}

/** An answer that is not the one hoped for: a refusal by code, or `unreachable` when none came at all. */
export class ApiProblem extends Error {
  readonly code: string
  /** 0 when there was no answer. */
  readonly status: number
  readonly retryAfterSeconds: number | undefined
  readonly final: boolean

  constructor(code: string, status: number, message: string, { retryAfterSeconds, final = false }: ProblemMore = {}) {
    super(message)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.retryAfterSeconds = retryAfterSeconds
    this.final = final
  }
}

const problemSchema = v.object({ error: v.string(), message: v.string() })

async function readProblem(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  const problem = v.safeParse(problemSchema, body)
  const more = { retryAfterSeconds: readRetryAfter(response) }
  return problem.success
    ? new ApiProblem(problem.output.error, response.status, problem.output.message, more)
    : new ApiProblem('unreachable', response.status, 'The server gave no usable answer.', more)
}

/** `Retry-After` in seconds; as a date it is left alone, since the two clocks may differ. */
function readRetryAfter({ headers }: Response): number | undefined {
  const seconds = headers.get('retry-after') ?? ''
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) : undefined
}

/** Sends one request. Resolves with a 2xx response; throws `ApiProblem` for every other outcome but an abort. */
export async function callApi<const Call extends ApiCall>(api: Api, call: Call): Promise<ApiAnswer<Call>> {
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

/**
 * Sends one request of which only the success matters. The answer is read all the same: left unread it would keep its
 * connection, of which a browser has six for each server.
 *
 * @throws ApiProblem like `callApi`; an answer that succeeds and then breaks off is a success.
 */
export async function sendCall(api: Api, call: ApiCall): Promise<void> {
  const response = await callApi(api, call)
  await response.text().catch(() => undefined)
}
