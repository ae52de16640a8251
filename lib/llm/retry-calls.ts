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
 * The one layer that makes a failed call again; the SDK's own is turned off, because it also repeats
 * `insufficient_quota` and waits for up to a minute. A model's stream begins with its first text, so no call is made
 * again once text was seen.
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

/** About how many tokens a provider counts for a call before it is made: a token is some four characters. */
const sizeOf = ({ prompt, maxOutputTokens = 0 }: CallParams): number =>
  Math.ceil(JSON.stringify(prompt).length / 4) + maxOutputTokens

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
