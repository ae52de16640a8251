import { NeonDbError } from '@neondatabase/serverless'

/** True if a row refers to one that does not exist (SQLSTATE 23503). */
export const isForeignKeyViolation = (error: unknown): boolean => error instanceof NeonDbError && error.code === '23503'
