import type { LogEntry } from '../errors/index.ts'

/**
 * Creates spans, if the operator wants them. These types do not depend on the packages that `start-telemetry.ts` loads.
 */
export interface Telemetry {
  /** Starts the span of a request; `route` is the pattern of its URL. */
  readonly followRequest: (request: Request, route: string) => FollowedRequest
  readonly inSpan: InSpan
}

/** A request whose span is open. */
export interface FollowedRequest {
  /** Runs the request's work; spans created in it become children of the request's. */
  readonly run: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Ends the span, describes it by the request's log line, and sends what was collected. */
  readonly end: (line: LogEntry) => void
}

/** Runs part of the work in a span of its own, described by facts about the result. */
export type InSpan = <Result>(
  name: string,
  work: () => Promise<Result>,
  describe: (result: Result) => Facts,
) => Promise<Result>

/** Facts by the names that the log uses. They never identify a person or contain a text. */
export type Facts = Readonly<Record<string, unknown>>
