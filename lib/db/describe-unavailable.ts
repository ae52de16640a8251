import { NeonDbError } from '@neondatabase/serverless'
import { NoDatabaseAnswer } from './no-database-answer.ts'

/** Matches connection codes and SQLSTATEs, and nothing that could quote an address or a secret. */
const codePattern = /^[A-Z0-9][A-Z0-9_]{2,60}$/

/** Describes for an operator why the database could not be reached, without quoting anything sent or received. */
export function describeUnavailable(error: unknown): string {
  if (!(error instanceof NeonDbError)) return 'It could not be asked'
  if (error.code !== undefined)
    return `It refused for now (SQLSTATE ${codePattern.test(error.code) ? error.code : '?'})`
  const { sourceError } = error
  if (sourceError instanceof NoDatabaseAnswer) return sourceError.message
  if (sourceError === undefined) return 'It refused without saying why'
  if (sourceError.name === 'TimeoutError') return 'It did not answer in time'
  const { cause } = sourceError
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return `It could not be reached${codePattern.test(code) ? ` (${code})` : ''}`
}
