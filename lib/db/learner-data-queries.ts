import { sql, type Kysely } from 'kysely'
import type { Answers } from '../learner/answers.ts'
import type { FeedbackReason, Rating } from '../learner/feedback.ts'
import type { Database } from './database.ts'

/** How many rows of each kind are kept about a learner. */
export interface LearnerDataCounts {
  readonly preferences: number
  readonly lessons: number
  readonly feedback: number
}

/** All that is kept about a learner; times are ISO 8601. Rewrites are not among it: they belong to no learner. */
export interface LearnerData {
  readonly user: {
    id: string
    created_at: string
    updated_at: string
    onboarding_completed: boolean
    take: number
    take_read: boolean
    last_seen_at: string
  }
  readonly preferences: (Answers & { created_at: string; updated_at: string }) | null
  readonly lessons: readonly {
    lesson_slug: string
    content_hash: string
    version_key: string
    keys: string[]
    first_read_at: string
    last_read_at: string
  }[]
  /** The code for another device; never the code itself, which is not kept. */
  readonly transfer: { code_hash: string; expires_at: string } | null
  readonly feedback: readonly {
    rewrite_key: string
    rating: Rating
    reason: FeedbackReason | null
    created_at: string
    updated_at: string
  }[]
}

/**
 * Erases a learner with all that is kept about them, in one statement: all of it or nothing. Undefined when there is no such
 * learner. The rewrites that they caused are shared, name nobody, and stay.
 */
export async function eraseLearner(db: Kysely<Database>, id: string): Promise<LearnerDataCounts | undefined> {
  const count = (table: 'user_preferences' | 'learner_lessons' | 'feedback') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('user_id', '=', id)
      .$asScalar()
  const erased = await db
    .deleteFrom('users')
    .where('id', '=', id)
    .returning([
      count('user_preferences').as('preferences'),
      count('learner_lessons').as('lessons'),
      count('feedback').as('feedback'),
    ])
    .executeTakeFirst()
  return (
    erased && {
      preferences: Number(erased.preferences),
      lessons: Number(erased.lessons),
      feedback: Number(erased.feedback),
    }
  )
}

/** Reads all that is kept about a learner in one statement; undefined when there is no such learner. */
export function exportLearner(db: Kysely<Database>, id: string): Promise<LearnerData | undefined> {
  return db
    .selectFrom('users')
    .where('id', '=', id)
    .select([
      sql<LearnerData['user']>`to_jsonb(users)`.as('user'),
      sql<
        LearnerData['preferences']
      >`(select to_jsonb(kept) - array['id', 'user_id', 'profile_keys'] from user_preferences kept where kept.user_id = users.id)`.as(
        'preferences',
      ),
      sql<LearnerData['lessons']>`coalesce((select jsonb_agg(to_jsonb(kept) - 'user_id' order by kept.first_read_at)
        from learner_lessons kept where kept.user_id = users.id), '[]')`.as('lessons'),
      sql<
        LearnerData['transfer']
      >`(select to_jsonb(kept) - 'user_id' from transfers kept where kept.user_id = users.id)`.as('transfer'),
      sql<LearnerData['feedback']>`coalesce((select jsonb_agg(to_jsonb(kept) - 'user_id' order by kept.created_at)
        from feedback kept where kept.user_id = users.id), '[]')`.as('feedback'),
    ])
    .executeTakeFirst()
}
