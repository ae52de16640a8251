import { ApiProblem } from '../calls/call-api.ts'
import type { Trouble } from './lesson-state.ts'

/** An error as the reader is told of it. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof ApiProblem
    ? { code: error.code, message: error.message, retryable: !error.final }
    : { code: 'ended-early', message: 'The connection broke off.', retryable: true }
}
