import { NeonDbError } from '@neondatabase/serverless'

/** True when a row was to be stored that speaks of another one which is not there (SQLSTATE 23503). */
export const isForeignKeyViolation = (error: unknown): boolean => error instanceof NeonDbError && error.code === '23503'
