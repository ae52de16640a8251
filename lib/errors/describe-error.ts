/** Matches names and codes of errors such as `NeonDbError`. Anything else might quote a secret. */
const namePattern = /^[A-Za-z]{1,40}$/
const codePattern = /^[A-Z0-9_]{1,40}$/
/** A stack line. The message comes before the stack, and its lines may begin alike. */
const placePattern = /^\s+at .*:\d+:\d+\)?$/

/**
 * Name, code and stack of an unexpected error, for the log. Not its message, which may quote a connection string or a
 * prompt.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error_name: typeof error }
  const { name, message, stack = '' } = error
  const code = 'code' in error ? error.code : undefined
  const places = stack.slice(stack.indexOf(message) + message.length).split('\n')
  return {
    error_name: namePattern.test(name) ? name : 'Error',
    error_code: typeof code === 'number' || (typeof code === 'string' && codePattern.test(code)) ? code : undefined,
    error_at: places
      .filter((line) => placePattern.test(line))
      .slice(0, 3)
      .map((line) => line.trim())
      .join(' <- '),
  }
}
