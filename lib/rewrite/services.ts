import type { Kysely } from 'kysely'
import type { Database, StoredRewrite } from '../db/index.ts'
import type { LogEntry } from '../errors/index.ts'
import type { Insights } from '../insights/index.ts'
import type { Limiter, Writer } from '../llm/index.ts'
import type { FallbackBudget } from '../quota/index.ts'
import type { InSpan } from '../telemetry/index.ts'
import type { Poll } from './batch-polls.ts'

/** The services that rewriting a lesson needs; created for each request by the composition root (`lib/runtime`). */
export interface RewriteServices {
  readonly db: Kysely<Database>
  /** The same database with priority, for readers already being served. */
  readonly urgentDb: Kysely<Database>
  /** Reads a row of the cache, in one statement with others who wait. */
  readonly poll: Poll<StoredRewrite>
  readonly writer: Writer
  readonly sectionsAtATime: number
  /** Limits how many sections this process writes at a time, for all requests together. */
  readonly sharedLimiter: Limiter
  /** Limits the tokens used while the database does not answer. */
  readonly fallbackBudget: FallbackBudget
  /** What this process has counted but not reported yet. */
  readonly insights: Insights
  readonly inSpan: InSpan
  readonly log: (entry: LogEntry) => void
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Calls back every `milliseconds` until the returned function is called. */
  readonly every: (milliseconds: number, tick: () => unknown) => () => void
  /** From 0 to below 1. */
  readonly random: () => number
  readonly createId: () => string
  /** Keeps the process alive until the work is done, even if the reader leaves. */
  readonly waitUntil: (work: Promise<unknown>) => void
}
