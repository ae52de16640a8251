/**
 * Runs in the page: it waits a minute where it gave up after so many milliseconds. On a busy machine an answer takes as long as that
 * although nothing is wrong.
 */
export function waitPatiently(milliseconds: number): void {
  const set = window.setTimeout.bind(window)
  const patient = (run: TimerHandler, delay?: number, ...rest: unknown[]): number =>
    set(run, delay === milliseconds ? 60_000 : delay, ...rest)
  Object.assign(window, { setTimeout: patient })
}
