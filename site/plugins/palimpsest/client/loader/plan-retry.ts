import { ApiProblem } from '../transport/call-api.ts'
import type { Trouble } from '../state/lesson-state.ts'

/** How long a lesson that broke off rests before the page asks again by itself: three tries, milliseconds. */
export const restsMs = [500, 2_000, 6_000]

/** A server that asks for a longer rest is left to the reader's own *Try again*. */
export const longestRestMs = 10_000

/** The answer broke off, never came, or came from something in between: it may pass by itself. */
const passing = new Set(['unreachable', 'ended-early'])

/** What went wrong while the device has no network: the page goes on when there is one. */
const offline: Trouble = { code: 'offline', message: 'This device has no network.', retryable: true }

/** A rest before the page asks again, and what the reader is told meanwhile. */
export interface Rest {
  readonly milliseconds: number
  readonly trouble: Trouble
}

interface Tries {
  /** How often it was tried in vain before. */
  readonly tries: number
  readonly online: boolean
}

/** Nothing came, or not all of it, for want of a connection: another one may bring it. */
export const mayPassByItself = (error: unknown): boolean =>
  error instanceof ApiProblem && passing.has(error.code) && (error.status === 0 || error.status >= 500)

/** The rest before the next try; undefined when that is left to the reader. A server's `Retry-After` is obeyed. */
export function planRest(problem: ApiProblem, { tries, online }: Tries): Rest | undefined {
  const mayPass = mayPassByItself(problem)
  if (!online && mayPass) {
    return { milliseconds: 0, trouble: offline }
  }
  const rest = restsMs[tries]
  if (rest === undefined || problem.final) {
    return undefined
  }
  const milliseconds = problem.retryAfterSeconds === undefined ? rest : problem.retryAfterSeconds * 1000
  const worthIt = problem.retryAfterSeconds === undefined ? mayPass : milliseconds <= longestRestMs
  return worthIt ? { milliseconds: Math.max(milliseconds, rest), trouble: troubleOf(problem) } : undefined
}

/** An error as the reader is told of it. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem)) {
    return { code: 'ended-early', message: 'The connection broke off.', retryable: true }
  }
  const { code, message, final, retryAfterSeconds } = error
  return { code, message, retryable: !final, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
}
