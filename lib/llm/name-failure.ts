import type { WritingFailure } from './writer.ts'

/** What an error of a model call means for its text. */
export const nameFailure = (error: unknown): WritingFailure =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    ? 'model-timeout'
    : 'model-unavailable'
