import pLimit from 'p-limit'
import { connectionsMax } from './start-database.ts'

/**
 * Lets many ask a database at once: as many as it has connections, and as many again that wait for one. Hundreds in that line
 * would take a slow machine longer than a statement may take.
 */
export const contenders = pLimit(2 * connectionsMax)
