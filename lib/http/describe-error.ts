/**
 * Name, code and place of an unexpected error, for the log; not its message, which may quote a connection string or a
 * prompt.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error_name: typeof error }
  const code = 'code' in error ? error.code : undefined
  return { error_name: error.name, error_code: code, error_at: error.stack?.split('\n').slice(1, 4).join(' <- ') }
}
