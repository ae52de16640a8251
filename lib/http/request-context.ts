import type { ServerTiming } from './server-timing.ts'

/** What one request carries besides itself. */
export interface RequestContext {
  readonly requestId: string
  readonly timing: ServerTiming
  /** Takes facts about the request for its line in the log, which waits for them. They never fail. */
  readonly trace: (facts: Promise<Readonly<Record<string, unknown>> | undefined>) => void
}
