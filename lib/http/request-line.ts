import type { RequestContext } from './request-context.ts'
import type { LogEntry } from '../errors/index.ts'
import type { ServerTiming } from './server-timing.ts'

interface LoggedRequest {
  /** The pattern of the URL: the actual path may contain a learner's id. */
  readonly route: string
  readonly method: string
  readonly requestId: string
  readonly timing: ServerTiming
}

interface RequestLine {
  readonly trace: RequestContext['trace']
  /** Called when the response is sent, with its status and, for an error, its code. */
  readonly end: (status: number, error?: string) => void
}

/** HTTP's methods; any other text is a stranger's and is not logged. */
const methods = /^(?:GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS)$/

/**
 * The one log line of each request, written when it was answered, or when the work that continues afterwards is done.
 */
export function createRequestLine(
  { route, method, requestId, timing }: LoggedRequest,
  log: (entry: LogEntry) => void,
): RequestLine {
  let traced: Parameters<RequestContext['trace']>[0] | undefined
  return {
    trace: (facts) => (traced = facts),
    end(status, error) {
      const answered = { status, ...(error === undefined ? {} : { error }), duration_ms: round(timing.read().total) }
      const write = (facts?: Readonly<Record<string, unknown>>): void => {
        const { statements, database, app } = timing.read()
        const request = { request_id: requestId, method: methods.test(method) ? method : 'OTHER', route, ...answered }
        const spent = { statements, database_ms: round(database), app_ms: round(app) }
        log({ level: 'info', event: 'request', ...request, ...spent, ...facts })
      }
      if (traced) void traced.then(write)
      else write()
    },
  }
}

const round = (milliseconds: number): number => Number(milliseconds.toFixed(1))
