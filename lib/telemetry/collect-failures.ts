import { diag, DiagLogLevel } from '@opentelemetry/api'
import { describeError, type LogEntry } from '../errors/index.ts'

/** Collects errors that the OpenTelemetry packages report, and logs them in our form. */
interface Failures {
  /** Writes one line if anything failed since the last call. */
  readonly writeTo: (log: (entry: LogEntry) => void) => void
}

/** If `OTEL_LOG_LEVEL` is set, the packages write to the console themselves, and nothing is collected. */
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
