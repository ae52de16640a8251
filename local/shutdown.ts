import { describeFailure } from './command-failure.ts'

export interface Shutdown {
  /** Aborted when stopping begins. */
  readonly signal: AbortSignal
  /** Registers something to close; the last one opened is closed first. */
  readonly opened: (close: () => Promise<void>) => void
  readonly closeAll: () => Promise<void>
  /** Handles a signal from the terminal: closes everything and exits. A second deliberate one exits at once. */
  readonly stop: () => Promise<void>
}

export interface ShutdownDeps {
  readonly print: (line: string) => void
  readonly exit: (code?: number) => void
  readonly afterDelay: (milliseconds: number, run: () => void) => void
}

/**
 * npm forwards a Ctrl+C that the terminal has already sent to the process: two within this time (milliseconds) are one.
 */
const sameSignalMs = 1000

/** Collects what a start opens, and closes it in reverse order, however the start ends. */
export function createShutdown({ print, exit, afterDelay }: ShutdownDeps): Shutdown {
  const closers: (() => Promise<void>)[] = []
  const stopping = new AbortController()
  let patient = true
  const closeAll = async (): Promise<void> => {
    for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
      await close().catch((error: unknown) => print(describeFailure(error)))
    }
  }
  return {
    signal: stopping.signal,
    opened: (close) => closers.push(close),
    closeAll,
    async stop() {
      if (stopping.signal.aborted) {
        if (!patient) exit(1)
        return
      }
      stopping.abort()
      afterDelay(sameSignalMs, () => (patient = false))
      print('Stopping: what is being written is finished first (Ctrl+C again stops at once)')
      await closeAll()
      exit()
    },
  }
}
