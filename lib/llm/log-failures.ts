import type { LogEntry } from '../errors/index.ts'
import { describeModelError } from './describe-model-error.ts'
import { nameFailure } from './name-failure.ts'
import type { WritingFailure } from './writer.ts'

/** Logs each failure of one model call as a `model-failed` line. */
export interface FailureLog {
  /** The call failed and is repeated after `milliseconds`. */
  readonly retried: (error: unknown, milliseconds: number) => void
  /** The call failed finally; `error` is the stream's or the call's, if any. */
  readonly failed: (reason: WritingFailure, error: unknown) => void
}

/** The failure log of one model call; it counts the attempts. */
export function createFailureLog(log: (entry: LogEntry) => void): FailureLog {
  let attempt = 1
  return {
    retried(error, milliseconds) {
      const reason = nameFailure(error)
      const facts = describeModelError(error)
      log({ level: 'info', event: 'model-failed', reason, ...facts, attempt: attempt++, retry_in_ms: milliseconds })
    },
    failed: (reason, error) =>
      log({ level: 'error', event: 'model-failed', reason, ...describeModelError(error), attempt }),
  }
}
