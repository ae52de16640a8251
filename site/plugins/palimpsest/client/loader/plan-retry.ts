import { ApiProblem } from '../transport/call-api.ts'
import type { LessonError } from '../state/lesson-state.ts'

/** How long the page waits before it asks again by itself for a lesson that broke off: three tries, milliseconds. */
const retryDelaysMs = [500, 2_000, 6_000]

/** A server that asks for a longer delay is left to the reader's own *Try again*. */
const retryDelayMaxMs = 10_000

/** Status codes and errors of a broken, missing or intermediary's answer: trying again may help. */
const passing = new Set(['unreachable', 'ended-early'])

/** Errors while the device is offline: the page tries again once it is online. */
const offline: LessonError = { code: 'offline', message: 'This device has no network.', retryable: true }

/** The delay before the page asks again, and what the reader sees meanwhile. */
export interface Retry {
  readonly milliseconds: number
  readonly error: LessonError
}

interface Tries {
  /** How many tries have failed before. */
  readonly tries: number
  readonly online: boolean
}

/** The connection failed before the whole answer came: another try may bring it. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ApiProblem && passing.has(error.code) && (error.status === 0 || error.status >= 500)

/** The delay before the next try; undefined when that is left to the reader. A server's `Retry-After` is obeyed. */
export function planRetry(problem: ApiProblem, { tries, online }: Tries): Retry | undefined {
  const mayPass = isTransient(problem)
  if (!online && mayPass) {
    return { milliseconds: 0, error: offline }
  }
  const delayMs = retryDelaysMs[tries]
  if (delayMs === undefined || problem.final) {
    return undefined
  }
  const wantedMs = problem.retryAfterSeconds === undefined ? undefined : problem.retryAfterSeconds * 1000
  const worthIt = wantedMs === undefined ? mayPass : wantedMs <= retryDelayMaxMs
  return worthIt ? { milliseconds: Math.max(wantedMs ?? 0, delayMs), error: toLessonError(problem) } : undefined
}

/** An error as the reader sees it. */
export function toLessonError(error: unknown): LessonError {
  if (!(error instanceof ApiProblem)) {
    return { code: 'ended-early', message: 'The connection broke off.', retryable: true }
  }
  const { code, message, final, retryAfterSeconds } = error
  return { code, message, retryable: !final, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
}
