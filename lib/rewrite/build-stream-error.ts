import { isDatabaseUnavailable } from '../db/index.ts'
import type { ProblemCode } from '../errors/index.ts'
import type { StreamError } from '../contract/index.ts'

type StreamErrorCode = Extract<ProblemCode, 'internal-error' | 'database-unavailable'>

const messages: Readonly<Record<StreamErrorCode, string>> = {
  'internal-error': 'Something went wrong on our side. Finished sections are valid; ask again for the rest.',
  'database-unavailable': 'The database did not answer. Finished sections are valid; ask again for the rest.',
}

/** The `error` event for work that failed after the stream began, when the status had been sent. */
export function buildStreamError(error: unknown): StreamError {
  const code = isDatabaseUnavailable(error) ? 'database-unavailable' : 'internal-error'
  return { error: code, message: messages[code], retryable: true }
}
