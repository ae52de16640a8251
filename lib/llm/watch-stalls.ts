/** Calls back once after so many milliseconds, unless the returned function is called before. */
export type After = (milliseconds: number, ring: () => void) => () => void

/** Milliseconds. */
export interface StallLimits {
  readonly firstText: number
  readonly nextText: number
  readonly whole: number
}

export interface StallWatch {
  /** Aborted, with a `TimeoutError`, when the model was silent or busy for too long, and at the latest by `stop`. */
  readonly signal: AbortSignal
  /** Text came: the model is not stalled. */
  readonly onText: () => void
  /** Nobody waits for the model any more. What is still open of the call is closed. */
  readonly stop: () => void
}

/**
 * Ends a model call that stalls. One signal of our own rather than the SDK's `timeout`, which combines signals with
 * `AbortSignal.any`: not every edge runtime has that.
 */
export function watchStalls(limits: StallLimits, after: After): StallWatch {
  const controller = new AbortController()
  const abort = (): void =>
    controller.abort(Object.assign(new Error('The model was silent for too long.'), { name: 'TimeoutError' }))
  const cancelWhole = after(limits.whole, abort)
  let cancelNext = after(limits.firstText, abort)
  return {
    signal: controller.signal,
    onText() {
      cancelNext()
      cancelNext = after(limits.nextText, abort)
    },
    stop() {
      cancelWhole()
      cancelNext()
      controller.abort()
    },
  }
}
