/** A place where work stops until the test lets it go on: interleavings without waiting for time to pass. */
export interface Gate {
  /** Resolves when someone has arrived at the gate. */
  readonly reached: Promise<void>
  readonly open: () => void
  /** Arrives, and goes on when the gate is open. */
  pass(): Promise<void>
}

export function createGate(): Gate {
  const reached = Promise.withResolvers<void>()
  const opened = Promise.withResolvers<void>()
  return {
    reached: reached.promise,
    open: opened.resolve,
    pass() {
      reached.resolve()
      return opened.promise
    },
  }
}
