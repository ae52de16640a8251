import { ApiProblem } from '../calls/call-api.ts'
import type { Trouble } from './lesson-state.ts'

/** An error as the reader is told of it. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiProblem)) {
    return { code: 'ended-early', message: 'The connection broke off.', retryable: true }
  }
  const { code, message, final, retryAfterSeconds } = error
  return { code, message, retryable: !final, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }
}
