import type { WritingFailure } from './writer.ts'

/** Maps the error of a model call to the reason for having no text. */
export const nameFailure = (error: unknown): WritingFailure =>
  error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
    ? 'model-timeout'
    : 'model-unavailable'
