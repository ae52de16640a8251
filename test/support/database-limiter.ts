import pLimit from 'p-limit'
import { connectionsMax } from './start-database.ts'

/**
 * Limits concurrent queries to twice the connections of the database. Hundreds would wait so long on a slow machine that
 * statements time out.
 */
export const databaseLimiter = pLimit(2 * connectionsMax)
