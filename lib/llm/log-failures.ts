import type { LogEntry } from '../errors/index.ts'
import { describeModelError } from './describe-model-error.ts'
import { nameFailure } from './name-failure.ts'
import type { WritingFailure } from './writer.ts'

/** Tells the log of each time that one model call failed, in a `model-failed` line. */
export interface FailureLog {
  /** It failed and is made again after so many milliseconds. */
  readonly retried: (error: unknown, milliseconds: number) => void
  /** It failed for good; `error` is what the stream or the call failed with, if anything. */
  readonly failed: (reason: WritingFailure, error: unknown) => void
}

/** The failure log of one model call; it counts how often the call was made. */
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
