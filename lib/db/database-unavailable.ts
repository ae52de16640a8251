import { NeonDbError } from '@neondatabase/serverless'

/**
 * PostgreSQL's error classes that say "not now" rather than "not like this": connection exception, insufficient
 * resources, operator intervention, transaction rollback (SQLSTATE, PostgreSQL manual, appendix A).
 */
const passingClasses = new Set(['08', '40', '53', '57'])

/** True when the database could not be asked (no answer, not an answer, shutting down), false for a refused statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof NeonDbError)) return false
  return error.code === undefined || passingClasses.has(error.code.slice(0, 2))
}
