/** Calls back once after `milliseconds`, unless the returned function is called before. */
export type After = (milliseconds: number, ring: () => void) => () => void

/** Time limits, in milliseconds. */
export interface StallLimits {
  readonly firstText: number
  readonly nextText: number
  readonly whole: number
}

export interface StallWatch {
  /** Aborted, with a `TimeoutError`, when the model was silent or busy for too long, and at the latest by `stop`. */
  readonly signal: AbortSignal
  /** Called for each piece of text: the model is not stalled. */
  readonly onText: () => void
  /** Ends the watch and closes what is still open of the call. */
  readonly stop: () => void
}

/**
 * Aborts a model call that stalls. Uses a signal of its own rather than the SDK's `timeout`, which relies on
 * `AbortSignal.any`, missing in some edge runtimes.
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
