import { sql, type Kysely } from 'kysely'
import type { ErasedAnswer, ExportAnswer } from '../contract/index.ts'
import type { Database } from './database.ts'

/**
 * Erases a learner with everything stored about them, in one statement: all or nothing. Undefined if there is no such
 * learner. Rewrites that they caused are shared, name nobody, and stay.
 */
export async function eraseLearner(db: Kysely<Database>, id: string): Promise<ErasedAnswer['erased'] | undefined> {
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

/** Reads everything stored about a learner in one statement; undefined if there is no such learner. */
export function exportLearner(db: Kysely<Database>, id: string): Promise<ExportAnswer | undefined> {
  return db
    .selectFrom('users')
    .where('id', '=', id)
    .select([
      sql<ExportAnswer['user']>`to_jsonb(users)`.as('user'),
      sql<
        ExportAnswer['preferences']
      >`(select to_jsonb(own) - array['id', 'user_id', 'profile_keys'] from user_preferences own where own.user_id = users.id)`.as(
        'preferences',
      ),
      sql<ExportAnswer['lessons']>`coalesce((select jsonb_agg(to_jsonb(own) - 'user_id' order by own.first_read_at)
        from learner_lessons own where own.user_id = users.id), '[]')`.as('lessons'),
      sql<
        ExportAnswer['transfer']
      >`(select to_jsonb(own) - 'user_id' from transfers own where own.user_id = users.id)`.as('transfer'),
      sql<ExportAnswer['feedback']>`coalesce((select jsonb_agg(to_jsonb(own) - 'user_id' order by own.created_at)
        from feedback own where own.user_id = users.id), '[]')`.as('feedback'),
    ])
    .executeTakeFirst()
}
