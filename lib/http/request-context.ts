import type { ServerTiming } from './server-timing.ts'

/** What belongs to one request besides the request itself. */
export interface RequestContext {
  readonly requestId: string
  readonly timing: ServerTiming
  /** Adds facts to the request's log line, which waits for them. They never reject. */
  readonly trace: (facts: Promise<Readonly<Record<string, unknown>> | undefined>) => void
}
