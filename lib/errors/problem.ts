/** Every error code of the API with its HTTP status: a closed list, documented in the guide. */
export const problemStatus = {
  'invalid-json': 400,
  'invalid-request': 400,
  'missing-user-id': 400,
  'invalid-user-id': 400,
  'invalid-key': 401,
  'missing-scope': 403,
  'content-not-published': 403,
  'not-found': 404,
  'user-not-found': 404,
  'preferences-not-found': 404,
  'lesson-not-found': 404,
  'rewrite-not-found': 404,
  'transfer-not-found': 404,
  'method-not-allowed': 405,
  'user-exists': 409,
  'profile-changed': 409,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'invalid-lesson': 422,
  'too-many-requests': 429,
  'budget-reached': 429,
  'internal-error': 500,
  'not-configured': 503,
  'database-unavailable': 503,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

/** Further facts about a refusal, by name. Always an object, as the API specification requires. */
type Detail = Readonly<Record<string, unknown>>

/** An expected refusal: thrown anywhere below an endpoint, answered as `{error, message, detail?, request_id}`. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: Detail | undefined
  readonly headers: Record<string, string>

  constructor(
    code: ProblemCode,
    message: string,
    { detail, headers = {} }: { detail?: Detail; headers?: Record<string, string> } = {},
  ) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.detail = detail
    this.headers = headers
  }
}

/** The one JSON shape of every error. */
export function problemResponse(problem: Problem, requestId: string): Response {
  const { code, message, detail, headers } = problem
  return Response.json(
    { error: code, message, ...(detail === undefined ? {} : { detail }), request_id: requestId },
    {
      status: problemStatus[code],
      headers: { ...headers, 'cache-control': 'no-store', 'x-request-id': requestId },
    },
  )
}
