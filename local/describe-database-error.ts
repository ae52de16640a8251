import { NeonDbError } from '@neondatabase/serverless'
import { DatabaseError } from 'pg'
import { describeUnavailable, isDatabaseUnavailable } from '../lib/db/index.ts'
import { describeNetworkError } from './describe-network-error.ts'

/** SQLSTATEs that a wrong DATABASE_URL leads to (PostgreSQL manual, appendix A), and what to do. */
const refusals: Readonly<Record<string, string>> = {
  '28P01': 'refuses the password in DATABASE_URL: check user and password',
  '28000': 'refuses the user in DATABASE_URL: check the user, and who may connect from here',
  '3D000': 'has no such database: make it, or name another in DATABASE_URL',
  '42501': 'does not let this user do that: give it the right, or name another in DATABASE_URL',
  '53300': 'has no connection left: end others, or raise max_connections',
  '57P01': 'was stopped meanwhile: start it again, and then this',
  '57P03': 'is starting or stopping: try again in a moment',
}

/** Messages of the `pg` package, and their meaning; others might quote a secret. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [
    /does not support SSL/,
    'has no TLS, which sslmode in DATABASE_URL asks for: take sslmode out of it, or turn TLS on in the server',
  ],
  [/establishing an SSL/, 'does not answer as a PostgreSQL server does: check host and port in DATABASE_URL'],
  [/terminated unexpectedly/, 'hung up: check that it is a PostgreSQL server, and host and port in DATABASE_URL'],
  [
    /timeout expired|timeout exceeded/,
    'does not answer in time: check that it runs, and host and port in DATABASE_URL',
  ],
]

/**
 * The rest of a sentence that starts with the database's name: why it cannot be used, and what to do; without secrets.
 */
export function describeDatabaseError(
  error: unknown,
  { local }: { readonly local: boolean } = { local: false },
): string {
  if (local && isDatabaseUnavailable(error)) return 'was stopped meanwhile: run this again'
  if (error instanceof DatabaseError && error.code === '28000' && /no encryption|SSL off/.test(error.message))
    return 'wants TLS: add sslmode=require to DATABASE_URL'
  const code = error instanceof DatabaseError || error instanceof NeonDbError ? error.code : undefined
  if (code !== undefined) return refusals[code] ?? `refuses (SQLSTATE ${code}): look this up in PostgreSQL's manual`
  if (error instanceof NeonDbError && error.sourceError?.name === 'NoDatabaseAnswer')
    return `does not answer as a database does. ${error.sourceError.message}: check that DATABASE_URL and NEON_FETCH_ENDPOINT name it`
  const said = error instanceof Error ? error.message : ''
  const meaning = meanings.find(([pattern]) => pattern.test(said))?.[1]
  if (meaning !== undefined) return meaning
  const network = describeNetworkError(error instanceof NeonDbError ? error.sourceError : error)
  const reason = network ?? (error instanceof NeonDbError ? describeUnavailable(error) : undefined)
  return `does not answer${reason === undefined ? '' : ` (${reason})`}: check that it runs and that DATABASE_URL names it`
}
