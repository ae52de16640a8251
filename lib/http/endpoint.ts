import { allowOrigin, answerPreflight } from './cross-origin.ts'
import { describeError, type LogEntry, Problem, problemResponse } from '../errors/index.ts'
import { describeUnavailable, isDatabaseUnavailable } from '../db/index.ts'
import type { RequestContext } from './request-context.ts'
import { createRequestLine } from './request-line.ts'
import { createServerTiming, type ServerTiming } from './server-timing.ts'
import type { FollowedRequest } from '../telemetry/index.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
type Handler<Services> = (request: Request, services: Services, context: RequestContext) => Promise<Response>

/** Where an endpoint gets its services from; see `lib/runtime`. */
export interface CompositionRoot<Services> {
  readonly createId: () => string
  readonly log: (entry: LogEntry) => void
  /** Made anew for each request, so that importing a function never fails. */
  readonly createServices: (requestId: string, timing: ServerTiming) => Services
  /** Milliseconds from any beginning, as fine as the runtime has them. */
  readonly readTimer: () => number
  /** The other origins whose pages may call; never throws. */
  readonly readOrigins: () => readonly string[]
  /** Begins a span of the request, if anybody collects spans; never fails. */
  readonly followRequest?: (request: Request, route: string) => Promise<FollowedRequest | undefined>
}

/** What one function answers: the pattern of its URL, and a handler for each method. */
type Handlers<Services> = { readonly route: string } & Partial<Record<Method, Handler<Services>>>

/**
 * Makes one edge function from a handler per method: 405 with `Allow` for the others, every `Problem` and every
 * unexpected error in the one JSON shape, a request id on every answer, and a line in the log for every request. Pages of the
 * operator's other origins may ask and read.
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
    // It may have done what it was asked and lost only its answer. Every call may be made again.
    return new Problem('database-unavailable', 'The database did not answer. Try again; to ask twice does no harm.', {
      headers: { 'retry-after': '5' },
    })
  return new Problem('internal-error', 'Something failed on our side. Nothing is known to be changed; try again.')
}
