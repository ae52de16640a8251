import { diag, DiagLogLevel } from '@opentelemetry/api'
import { describeError, type LogEntry } from '../errors/index.ts'

/** Hears what the packages complain of, in their own words, and tells it in ours. */
interface Failures {
  /** Writes one line when something failed since the last one, however often. */
  readonly writeTo: (log: (entry: LogEntry) => void) => void
}

/** With `OTEL_LOG_LEVEL` set, the packages write to the console themselves, and nothing is heard here. */
export function collectFailures(): Failures {
  let failures: unknown[] = []
  const ignore = (): void => {}
  const logger = { error: (_words: string, ...[error]: unknown[]) => failures.push(error) }
  diag.setLogger({ ...logger, warn: ignore, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.ERROR)
  return {
    writeTo(log) {
      const [failure] = failures
      if (failures.length > 0) log({ level: 'info', event: 'spans-not-sent', ...describeError(failure) })
      failures = []
    },
  }
}
