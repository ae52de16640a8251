/**
 * Name, code and place of an unexpected error, for the log; not its message, which may quote a connection string or a
 * prompt.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error_name: typeof error }
  const code = 'code' in error ? error.code : undefined
  // A message may have several lines; the places are the lines that begin with "at".
  const places = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    error_name: error.name,
    error_code: code,
    error_at: places
      ?.slice(0, 3)
      .map((line) => line.trim())
      .join(' <- '),
  }
}
