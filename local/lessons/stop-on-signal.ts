/**
 * npm forwards a Ctrl+C that the terminal has already sent to the process: two within this time (milliseconds) are one.
 */
const sameSignalMs = 1_000

export interface StopOnSignal {
  /** Aborted by the first Ctrl+C. */
  readonly signal: AbortSignal
  /** Restores the default handling of signals. */
  readonly release: () => void
}

/** The first Ctrl+C aborts the signal and is reported; a second one ends the process. */
export function stopOnSignal(onStopping: () => void): StopOnSignal {
  const stopping = new AbortController()
  let patient = true
  const stop = (): void => {
    if (!patient) process.exit(interruptedExitCode)
    if (stopping.signal.aborted) return
    stopping.abort()
    setTimeout(() => (patient = false), sameSignalMs).unref()
    onStopping()
  }
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const name of signals) process.on(name, stop)
  return {
    signal: stopping.signal,
    release: () => {
      for (const name of signals) process.off(name, stop)
    },
  }
}

/** As shells give it for a process that Ctrl+C ended. */
export const interruptedExitCode = 130
