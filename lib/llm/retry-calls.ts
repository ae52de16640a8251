import { APICallError, type LanguageModelMiddleware } from 'ai'
import { retryDelay } from './retry-delay.ts'
import type { FailureLog } from './log-failures.ts'
import type { RateListener } from './pace.ts'
import { readCallsLeft } from './read-calls-left.ts'
import type { After } from './watch-stalls.ts'

export interface RetryServices {
  readonly after: After
  readonly failures: Pick<FailureLog, 'retried'>
  readonly rate?: RateListener | undefined
}

/**
 * The only layer that retries failed calls. The SDK's own retries are off, because they also repeat
 * `insufficient_quota` and wait for up to a minute. A stream counts from its first text on, so a call is never repeated
 * after text was seen.
 */
export const retryCalls = ({ after, failures, rate }: RetryServices): LanguageModelMiddleware => ({
  async wrapStream({ doStream, params }) {
    let waited = 0
    for (let retries = 0; ; retries++) {
      try {
        const answer = await doStream()
        rate?.answered(readCallsLeft(answer.response?.headers ?? {}, sizeOf(params)))
        return answer
      } catch (error) {
        if (APICallError.isInstance(error) && error.statusCode === 429) rate?.refused()
        const delay = retryDelay(error, { retries, waited })
        if (delay === undefined) throw error
        failures.retried(error, delay)
        await wait(delay, { after, signal: params.abortSignal })
        waited += delay
      }
    }
  },
})

type CallParams = Parameters<NonNullable<LanguageModelMiddleware['wrapStream']>>[0]['params']

/** About how many tokens a provider counts for a call beforehand, at four characters each. */
const sizeOf = ({ prompt, maxOutputTokens = 0 }: CallParams): number =>
  Math.ceil(JSON.stringify(prompt).length / 4) + maxOutputTokens

/** Waits, or rejects with the signal's reason when the call is aborted. */
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
