/** In fewer milliseconds than this no model call can be expected to end: its first text alone may take 20 s. */
export const callMillisecondsMin = 25_000

export interface TimeDeps {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** When every model call must have ended, in the clock's milliseconds. */
  readonly workDeadline: number
}

/** How many milliseconds a model call that begins now may last. */
export const timeLeft = ({ now, workDeadline }: TimeDeps): number => workDeadline - now()
