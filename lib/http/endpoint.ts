import { describeError } from './describe-error.ts'
import { isDatabaseUnavailable } from '../db/database-unavailable.ts'
import { Problem, problemResponse } from './problem.ts'
import { createServerTiming, type ServerTiming } from './server-timing.ts'

/** One line of the structured log. Never given headers, bodies or connection strings. */
export interface LogEntry {
  readonly level: 'info' | 'error'
  readonly event: string
  readonly [field: string]: unknown
}

/** What every endpoint needs, whatever else it needs. */
export interface EndpointDeps {
  readonly requestId: string
  readonly log: (entry: LogEntry) => void
  readonly timing: ServerTiming
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Handler<Deps> = (request: Request, deps: Deps) => Promise<Response>

/** What the rim of the program gives to an endpoint; see `lib/runtime`. */
export interface EndpointRim<Deps> {
  readonly createId: () => string
  readonly log: (entry: LogEntry) => void
  /** Made anew for each request, so that importing a function never fails. */
  readonly createDeps: (requestId: string, timing: ServerTiming) => Deps
  /** Milliseconds from any beginning, as fine as the runtime has them. */
  readonly readTimer: () => number
}

/**
 * Makes one edge function from a handler per method: 405 with `Allow` for the others, every `Problem` and every
 * unexpected error in the one JSON shape, a request id on every answer.
 */
export function createEndpoint<Deps extends EndpointDeps>(
  handlers: Partial<Record<Method, Handler<Deps>>>,
  rim: EndpointRim<Deps>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const requestId = rim.createId()
    const timing = createServerTiming(rim.readTimer)
    try {
      const handler = getHandler(handlers, request.method)
      const response = await handler(request, rim.createDeps(requestId, timing))
      response.headers.set('x-request-id', requestId)
      // What a cache keeps would tell of another request's time.
      if (response.headers.get('cache-control')?.includes('no-store'))
        response.headers.set('server-timing', timing.header())
      return response
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'internal-error' || problem.code === 'database-unavailable')
        rim.log({ level: 'error', event: problem.code, request_id: requestId, ...describeError(error) })
      return problemResponse(problem, requestId)
    }
  }
}

function getHandler<Deps>(handlers: Partial<Record<Method, Handler<Deps>>>, method: string): Handler<Deps> {
  const allowed = Object.keys(handlers)
  const handler = allowed.includes(method) ? handlers[method as Method] : undefined
  if (handler) return handler
  throw new Problem('method-not-allowed', `Got method ${method}; wanted ${allowed.join(' or ')}.`, {
    headers: { allow: allowed.join(', ') },
  })
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isDatabaseUnavailable(error))
    // It may have done what it was asked and lost only its answer. Every call may be made again.
    return new Problem('database-unavailable', 'The database did not answer. Try again; to ask twice does no harm.', {
      headers: { 'retry-after': '5' },
    })
  return new Problem('internal-error', 'Something failed on our side. Nothing is known to be changed; try again.')
}
