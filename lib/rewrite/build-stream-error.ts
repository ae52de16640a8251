import { isDatabaseUnavailable } from '../db/index.ts'
import type { ProblemCode } from '../errors/index.ts'
import type { StreamError } from '../contract/index.ts'

type StreamErrorCode = Extract<ProblemCode, 'internal-error' | 'database-unavailable'>

const messages: Readonly<Record<StreamErrorCode, string>> = {
  'internal-error': 'Something failed on our side. What has arrived stands; ask again for the rest.',
  'database-unavailable': 'The database did not answer. What has arrived stands; ask again for the rest.',
}

/** The `error` event for a stream whose work broke after it had begun: its status has been sent, so this says it instead. */
export function buildStreamError(error: unknown): StreamError {
  const code = isDatabaseUnavailable(error) ? 'database-unavailable' : 'internal-error'
  return { error: code, message: messages[code], retryable: true }
}
