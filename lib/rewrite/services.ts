import type { Kysely } from 'kysely'
import type { Database, StoredRewrite } from '../db/index.ts'
import type { LogEntry } from '../errors/index.ts'
import type { Insights } from '../insights/index.ts'
import type { Limiter, Writer } from '../llm/index.ts'
import type { FallbackBudget } from '../quota/index.ts'
import type { InSpan } from '../telemetry/index.ts'
import type { Poll } from './batch-polls.ts'

/** What the rewriting of a lesson needs from outside. Made once for each request, by the composition root (`lib/runtime`). */
export interface RewriteServices {
  readonly db: Kysely<Database>
  /** The same database, for readers who are being served: their statements go before those of readers who come. */
  readonly urgentDb: Kysely<Database>
  /** Looks at a row of the cache, together with whoever else waits. */
  readonly poll: Poll<StoredRewrite>
  readonly writer: Writer
  readonly sectionsAtATime: number
  /** Limits how many sections this process writes at a time, for all requests together. */
  readonly sharedLimiter: Limiter
  /** Bounds what is spent while the database does not say what was. */
  readonly fallbackBudget: FallbackBudget
  /** What this process has counted and not reported yet. */
  readonly insights: Insights
  readonly inSpan: InSpan
  readonly log: (entry: LogEntry) => void
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Calls back every so many milliseconds until the returned function is called. */
  readonly every: (milliseconds: number, tick: () => unknown) => () => void
  /** From 0 to below 1. */
  readonly random: () => number
  readonly createId: () => string
  /** Keeps the process alive until the work is done, whether or not the reader is still there. */
  readonly waitUntil: (work: Promise<unknown>) => void
}
