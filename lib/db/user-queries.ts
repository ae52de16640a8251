import { sql, type Kysely, type Selectable } from 'kysely'
import type { Answers, ProfileKeys } from '../profile/index.ts'
import type { Counter, QuotaSubject } from '../quota/index.ts'
import { isForeignKeyViolation } from './foreign-key-violation.ts'
import { countRequest, underLimits } from './quota-queries.ts'
import type { Database } from './database.ts'

export type User = Omit<Selectable<Database['users']>, 'variant' | 'variant_read' | 'last_seen_at'>
export type Preferences = Omit<Selectable<Database['user_preferences']>, 'profile_keys'>

const userColumns = ['id', 'created_at', 'updated_at', 'onboarding_completed'] as const
export const preferenceColumns = [
  'id',
  'user_id',
  'education_level',
  'programming_experience',
  'robotics_background',
  'ai_ml_experience',
  'learning_goals',
  'preferred_language',
  'created_at',
  'updated_at',
] as const

/**
 * Creates a learner; undefined if the id is taken. Counted only for a new learner; over the subject's limit it creates
 * none and throws `too-many-requests`.
 */
export function createUser(
  db: Kysely<Database>,
  id: string,
  subject: QuotaSubject<Counter>,
): Promise<User | undefined> {
  const created = db
    .with('created', (cte) =>
      cte
        .insertInto('users')
        .values({ id })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning(userColumns),
    )
    .selectFrom('created')
    .select(userColumns)
    .where(countRequest(subject))
  return underLimits(created.executeTakeFirst(), subject)
}

export function findUser(db: Kysely<Database>, id: string): Promise<User | undefined> {
  return db.selectFrom('users').select(userColumns).where('id', '=', id).executeTakeFirst()
}

export function findPreferences(db: Kysely<Database>, userId: string): Promise<Preferences | undefined> {
  return db.selectFrom('user_preferences').select(preferenceColumns).where('user_id', '=', userId).executeTakeFirst()
}

export interface StoredProfile {
  readonly answers: Answers
  readonly profileKeys: ProfileKeys
}

/** Stores a whole profile and marks onboarding as completed, in one statement. Undefined if there is no such user. */
export async function storePreferences(
  db: Kysely<Database>,
  userId: string,
  profile: StoredProfile,
): Promise<Preferences | undefined> {
  const columns = preferenceValues(profile)
  try {
    return await db
      .with('completed', (cte) =>
        cte.updateTable('users').set({ onboarding_completed: true, updated_at: now }).where('id', '=', userId),
      )
      .insertInto('user_preferences')
      .values({ user_id: userId, ...columns })
      .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ ...columns, updated_at: now }))
      .returning(preferenceColumns)
      .executeTakeFirst()
  } catch (error) {
    if (isForeignKeyViolation(error)) return undefined
    throw error
  }
}

/**
 * Replaces a profile if its answers are still the `expected` ones; undefined if it was changed meanwhile, or does not
 * exist.
 */
export function replacePreferences(
  db: Kysely<Database>,
  userId: string,
  { expected, ...profile }: StoredProfile & { readonly expected: Answers },
): Promise<Preferences | undefined> {
  return db
    .updateTable('user_preferences')
    .set({ ...preferenceValues(profile), updated_at: now })
    .where('user_id', '=', userId)
    .where(({ and }) =>
      and(Object.entries(expected).map(([answer, value]) => sql<boolean>`${sql.ref(answer)} = ${value}`)),
    )
    .returning(preferenceColumns)
    .executeTakeFirst()
}

/**
 * Forgets which versions a learner was given and moves on to the next variant, so that the next lesson is rewritten. If
 * no lesson was requested since the last call, nothing changes, so that a repeated or concurrent call has no effect.
 * The rewrites are shared and stay. Undefined if there is no such user.
 */
export async function forgetVersions(
  db: Kysely<Database>,
  userId: string,
): Promise<{ deleted_count: number } | undefined> {
  const found = await db
    .with('forgotten', (cte) =>
      cte.deleteFrom('learner_lessons').where('user_id', '=', userId).returning('version_key'),
    )
    .with('moved', (cte) =>
      cte
        .updateTable('users')
        .set({ variant: sql`(variant + 1) % 3`, variant_read: false, updated_at: now })
        .where('id', '=', userId)
        .where('variant_read', '=', true),
    )
    .selectFrom('users')
    .select(sql<string>`(select count(*) from forgotten)`.as('count'))
    .where('id', '=', userId)
    .executeTakeFirst()
  return found && { deleted_count: Number(found.count) }
}

const now = sql<Date>`clock_timestamp()`

const preferenceValues = ({ answers, profileKeys }: StoredProfile) => ({
  ...answers,
  profile_keys: JSON.stringify(profileKeys),
})
