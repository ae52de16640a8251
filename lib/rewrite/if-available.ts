import { describeUnavailable, isDatabaseUnavailable } from '../db/index.ts'
import type { LogEntry } from '../errors/index.ts'

export const unavailable = Symbol('the database is not available')

/**
 * The database's answer, or `unavailable` if it gave none, so that writing can go on without it. Throws if the database
 * refused.
 */
export async function ifAvailable<Answer>(
  query: Promise<Answer>,
  { log }: { readonly log: (entry: LogEntry) => void },
): Promise<Answer | typeof unavailable> {
  try {
    return await query
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log({ level: 'error', event: 'database-unavailable', reason: describeUnavailable(error) })
    return unavailable
  }
}
