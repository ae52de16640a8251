import type { LanguageModelMiddleware } from 'ai'
import { retryDelay } from './retry-delay.ts'
import type { FailureLog } from './log-failures.ts'
import type { After } from './watch-stalls.ts'

export interface RetryDeps {
  readonly after: After
  readonly failures: Pick<FailureLog, 'retried'>
}

/**
 * The one layer that makes a failed call again; the SDK's own is turned off, because it also repeats
 * `insufficient_quota` and waits for up to a minute. A model's stream begins with its first text, so no call is made
 * again once text was seen.
 */
export const retryCalls = ({ after, failures }: RetryDeps): LanguageModelMiddleware => ({
  async wrapStream({ doStream, params }) {
    let waited = 0
    for (let retries = 0; ; retries++) {
      try {
        return await doStream()
      } catch (error) {
        const delay = retryDelay(error, { retries, waited })
        if (delay === undefined) throw error
        failures.retried(error, delay)
        await wait(delay, { after, signal: params.abortSignal })
        waited += delay
      }
    }
  },
})

/** Waits, or rejects with the signal's reason as soon as the call is given up. */
function wait(
  milliseconds: number,
  { after, signal }: { after: After; signal: AbortSignal | undefined },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      cancel()
      reject(signal?.reason as Error)
    }
    const cancel = after(milliseconds, () => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    })
    if (signal?.aborted) giveUp()
    else signal?.addEventListener('abort', giveUp, { once: true })
  })
}
