import { NeonDbError } from '@neondatabase/serverless'

/**
 * PostgreSQL's error classes of transient failures: connection exception, insufficient resources, operator
 * intervention, transaction rollback (SQLSTATE, PostgreSQL manual, appendix A).
 */
const passingClasses = new Set(['08', '40', '53', '57'])

/**
 * True if the database could not be reached (no answer, not an answer, shutting down); false if it refused a statement.
 */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof NeonDbError)) return false
  return error.code === undefined || passingClasses.has(error.code.slice(0, 2))
}
