/** An expected failure of a command: its message is one plain line for the terminal, without secrets or stack. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure'
}

/** What a command prints when it fails: one line for an expected failure, the stack for a defect. */
export function describeFailure(error: unknown): string {
  if (error instanceof CommandFailure) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
