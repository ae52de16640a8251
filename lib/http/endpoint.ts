import { allowOrigin, answerPreflight } from './cross-origin.ts'
import { describeError, type LogEntry, Problem, problemResponse } from '../errors/index.ts'
import { describeUnavailable, isDatabaseUnavailable } from '../db/index.ts'
import type { RequestContext } from './request-context.ts'
import { createRequestLine } from './request-line.ts'
import { createServerTiming, type ServerTiming } from './server-timing.ts'
import type { FollowedRequest } from '../telemetry/index.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Handler<Services> = (request: Request, services: Services, context: RequestContext) => Promise<Response>

/** Creates an endpoint's services; see `lib/runtime`. */
export interface CompositionRoot<Services> {
  readonly createId: () => string
  readonly log: (entry: LogEntry) => void
  /** Called for each request, so that importing a function never fails. */
  readonly createServices: (requestId: string, timing: ServerTiming) => Services
  /** Milliseconds since an arbitrary start, as precise as the runtime allows. */
  readonly readTimer: () => number
  /** Other origins whose pages may call; never throws. */
  readonly readOrigins: () => readonly string[]
  /** Starts a span of the request if spans are collected; never fails. */
  readonly followRequest?: (request: Request, route: string) => Promise<FollowedRequest | undefined>
}

/** The methods of one function, with the pattern of its URL. */
type Handlers<Services> = { readonly route: string } & Partial<Record<Method, Handler<Services>>>

/**
 * Creates an edge function from a handler per method: 405 with `Allow` for other methods, the one JSON shape for every
 * `Problem` and unexpected error, a request id in every response, and a log line for every request. Pages of allowed
 * origins may call it.
 */
export function createEndpoint<Services>(
  { route, ...handlers }: Handlers<Services>,
  root: CompositionRoot<Services>,
): (request: Request) => Promise<Response> {
  const answer = async (request: Request, followed?: FollowedRequest): Promise<Response> => {
    const requestId = root.createId()
    const timing = createServerTiming(root.readTimer)
    const line = createRequestLine({ route, method: request.method, requestId, timing }, (entry) => {
      root.log(entry)
      followed?.end(entry)
    })
    const origins = root.readOrigins()
    const end = (response: Response, code?: string): Response => {
      response.headers.set('x-request-id', requestId)
      // A cached response would carry another request's time; errors are never cached.
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
      const services = root.createServices(requestId, timing)
      return end(await handler(request, services, { requestId, timing, trace: line.trace }))
    } catch (error) {
      const problem = asProblem(error)
      if (problem.code === 'internal-error' || problem.code === 'database-unavailable') {
        const reason = problem.code === 'internal-error' ? undefined : describeUnavailable(error)
        root.log({ level: 'error', event: problem.code, request_id: requestId, reason, ...describeError(error) })
      }
      return end(problemResponse(problem, requestId), problem.code)
    }
  }
  return async (request) => {
    const followed = await root.followRequest?.(request, route)
    return followed ? followed.run(() => answer(request, followed)) : answer(request)
  }
}

function getHandler<Services>(handlers: Omit<Handlers<Services>, 'route'>, method: string): Handler<Services> {
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
    // The statement may have run and only its answer been lost; every call may be repeated.
    return new Problem('database-unavailable', 'The database did not answer. Try again; repeating a request is safe.', {
      headers: { 'retry-after': '5' },
    })
  return new Problem('internal-error', 'Something went wrong on our side. Try again.')
}
