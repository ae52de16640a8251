import type { LogEntry } from '../errors/index.ts'

/** What collects spans, where the operator wants them. These types know nothing of the packages that `start-telemetry.ts` registers. */
export interface Telemetry {
  /** Begins the span of a request; `route` is the pattern of its URL. */
  readonly followRequest: (request: Request, route: string) => FollowedRequest
  readonly inSpan: InSpan
}

/** A request whose span is open. */
export interface FollowedRequest {
  /** Does the request's work; the spans of all that it begins are below the request's own. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** All is done: the request's line in the log describes its span, and what was collected is sent. */
  readonly end: (line: LogEntry) => void
}

/** Does a part of the work in a span of its own, which what it comes to describes. */
export type InSpan = <Result>(
  name: string,
  work: () => Promise<Result>,
  describe: (result: Result) => Facts,
) => Promise<Result>

/** What is known of a thing, by names as the log has them. Nothing in it tells who asked, or holds a word of a text. */
export type Facts = Readonly<Record<string, unknown>>
