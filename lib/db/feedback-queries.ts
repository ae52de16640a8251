import { NeonDbError } from '@neondatabase/serverless'
import { sql, type Kysely } from 'kysely'
import type { FeedbackReason, Rating } from '../profile/index.ts'
import type { Database } from './database.ts'

/** One learner's rating of one rewrite. */
export interface Feedback {
  readonly userId: string
  readonly rewriteKey: string
  readonly rating: Rating
  readonly reason: FeedbackReason | null
}

export type FeedbackOutcome = 'stored' | 'no-such-user' | 'no-such-rewrite'

/**
 * Stores a learner's rating of a ready rewrite, replacing an earlier one. The one statement also checks that learner
 * and rewrite exist, and stores nothing otherwise.
 */
export async function storeFeedback(db: Kysely<Database>, feedback: Feedback): Promise<FeedbackOutcome> {
  const { userId, rewriteKey, rating, reason } = feedback
  try {
    const { rows } = await sql<{ user_exists: boolean; rewrite_exists: boolean }>`
      with reader as (
        select id from users where id = ${userId}
      ), rewrite as (
        select key from personalized_content_cache where key = ${rewriteKey} and state = 'ready'
      ), stored as (
        insert into feedback (user_id, rewrite_key, rating, reason)
        select reader.id, rewrite.key, ${rating}, ${reason}::text from reader, rewrite
        on conflict (user_id, rewrite_key) do update
          set rating = excluded.rating, reason = excluded.reason, updated_at = clock_timestamp()
      )
      select exists (select from reader) as user_exists, exists (select from rewrite) as rewrite_exists`.execute(db)
    const [found] = rows
    if (!found?.user_exists) return 'no-such-user'
    return found.rewrite_exists ? 'stored' : 'no-such-rewrite'
  } catch (error) {
    // Deleted between the check and the insert.
    if (isViolated(error, 'feedback_user_id_fkey')) return 'no-such-user'
    if (isViolated(error, 'feedback_rewrite_key_fkey')) return 'no-such-rewrite'
    throw error
  }
}

/** Deletes a learner's rating of a rewrite; returns how many rows that were: 0 or 1. */
export async function removeFeedback(
  db: Kysely<Database>,
  { userId, rewriteKey }: Pick<Feedback, 'userId' | 'rewriteKey'>,
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('feedback')
    .where('user_id', '=', userId)
    .where('rewrite_key', '=', rewriteKey)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

const isViolated = (error: unknown, constraint: string): boolean =>
  error instanceof NeonDbError && error.constraint === constraint
