import { allowOrigin, answerPreflight } from './cross-origin.ts'
import { describeError, type LogEntry, Problem, problemResponse } from '../errors/index.ts'
import { describeUnavailable, isDatabaseUnavailable } from '../db/index.ts'
import { createRequestLine, type RequestDeps } from './request-line.ts'
import { createServerTiming, type ServerTiming } from './server-timing.ts'
import type { FollowedRequest } from '../telemetry/index.ts'

/** What every endpoint needs, whatever else it needs. */
export interface EndpointDeps {
  readonly requestId: string
  readonly log: (entry: LogEntry) => void
  readonly timing: ServerTiming
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Handler<Deps> = (request: Request, deps: Deps & RequestDeps) => Promise<Response>

/** What the rim of the program gives to an endpoint; see `lib/runtime`. */
export interface EndpointRim<Deps> {
  readonly createId: () => string
  readonly log: (entry: LogEntry) => void
  /** Made anew for each request, so that importing a function never fails. */
  readonly createDeps: (requestId: string, timing: ServerTiming) => Deps
  /** Milliseconds from any beginning, as fine as the runtime has them. */
  readonly readTimer: () => number
  /** The other origins whose pages may call; never throws. */
  readonly readOrigins: () => readonly string[]
  /** Begins a span of the request, if anybody collects spans; never fails. */
  readonly followRequest?: (request: Request, route: string) => Promise<FollowedRequest | undefined>
}

/** What one function answers: the pattern of its URL, and a handler for each method. */
type Handlers<Deps> = { readonly route: string } & Partial<Record<Method, Handler<Deps>>>

/**
 * Makes one edge function from a handler per method: 405 with `Allow` for the others, every `Problem` and every
 * unexpected error in the one JSON shape, a request id on every answer, and a line in the log for every request. Pages of the
 * operator's other origins may ask and read.
 */
export function createEndpoint<Deps extends EndpointDeps>(
  { route, ...handlers }: Handlers<Deps>,
  rim: EndpointRim<Deps>,
): (request: Request) => Promise<Response> {
  const answer = async (request: Request, followed?: FollowedRequest): Promise<Response> => {
    const requestId = rim.createId()
    const timing = createServerTiming(rim.readTimer)
    const line = createRequestLine({ route, method: request.method, requestId, timing }, (entry) => {
      rim.log(entry)
      followed?.end(entry)
    })
    const origins = rim.readOrigins()
    const end = (response: Response, code?: string): Response => {
      response.headers.set('x-request-id', requestId)
      // What a cache keeps would tell of another request's time; it keeps no refusal.
      if (code !== undefined || response.headers.get('cache-control')?.includes('no-store'))
        response.headers.set('server-timing', timing.header())
      allowOrigin(request, response.headers, origins)
      line.end(response.status, code)
      return response
    }
    try {
      const preflight = answerPreflight(request, { methods: Object.keys(handlers), origins })
      if (preflight) return end(preflight)
      const handler = getHandler(handlers, request.method)
      const deps = rim.createDeps(requestId, timing)
      return end(await handler(request, { ...deps, trace: line.trace }))
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'internal-error' || problem.code === 'database-unavailable') {
        const reason = problem.code === 'internal-error' ? undefined : describeUnavailable(error)
        rim.log({ level: 'error', event: problem.code, request_id: requestId, reason, ...describeError(error) })
      }
      return end(problemResponse(problem, requestId), problem.code)
    }
  }
  return async (request) => {
    const followed = await rim.followRequest?.(request, route)
    return followed ? followed.run(() => answer(request, followed)) : answer(request)
  }
}

function getHandler<Deps>(handlers: Omit<Handlers<Deps>, 'route'>, method: string): Handler<Deps> {
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
