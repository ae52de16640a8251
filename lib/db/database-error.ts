/** What PostgreSQL says of a statement that it refused. */
export interface Refusal {
  /** SQLSTATE (PostgreSQL manual, appendix A). */
  readonly code: string
  /** Name of the constraint that was violated. */
  readonly constraint?: string | undefined
}

/** A statement without a result: with a `code` when the database refused it, without one when it gave no answer. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: string | undefined
  readonly constraint: string | undefined

  constructor(message: string, { refusal, cause }: { readonly refusal?: Refusal; readonly cause?: unknown } = {}) {
    super(message, { cause })
    this.code = refusal?.code
    this.constraint = refusal?.constraint
  }
}
