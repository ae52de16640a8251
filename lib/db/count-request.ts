import { NeonDbError } from '@neondatabase/serverless'
import { sql, type RawBuilder } from 'kysely'
import { Problem } from '../http/problem.ts'
import type { Spender } from '../spend/spender.ts'

/** The part of a statement that counts a request; over a limit it fails the whole statement, and nothing is counted. */
export function countRequest({ day, buckets }: Spender): RawBuilder<boolean> {
  const names = buckets.map(({ name }) => name)
  const limits = buckets.map(({ requests }) => requests.most)
  return sql<boolean>`count_request(${day}::date, ${names}::text[], ${limits}::bigint[])`
}

/** The answer of a statement with `countRequest` in it; throws `too-many-requests` when a limit is reached. */
export async function underLimits<Answer>(statement: Promise<Answer>, spender: Spender): Promise<Answer> {
  try {
    return await statement
  } catch (error) {
    throw asRefusal(error, spender) ?? error
  }
}

/** The bucket that is full is named in the error's detail, which never leaves the server. */
function asRefusal(error: unknown, { buckets, secondsLeft }: Spender): Problem | undefined {
  if (!(error instanceof NeonDbError) || error.code !== 'PS001') return undefined
  const full = buckets.find(({ name }) => name === error.detail)
  return new Problem('too-many-requests', 'Today allows no more requests like this one. Ask again tomorrow.', {
    detail: full && { limit: full.requests.name, value: full.requests.most },
    headers: { 'retry-after': String(secondsLeft) },
  })
}
