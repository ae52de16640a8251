import { sql, type Kysely } from 'kysely'
import * as v from 'valibot'
import { type Answers, answersSchema, type ProfileKeys } from '../profile/index.ts'
import { type Variant, variants } from '../contract/index.ts'
import type { Database } from './database.ts'

/** A profile that some learners share: all that their prompts depend on, apart from levels. */
export interface ProfileInUse {
  readonly answers: Answers
  readonly profileKeys: ProfileKeys
  readonly variant: Variant
  readonly learners: number
}

const variantSchema = v.picklist(variants)

/** The profiles of learners seen in the last `days` days, the most used first. */
export async function findProfilesInUse(db: Kysely<Database>, days: number): Promise<ProfileInUse[]> {
  const { rows } = await sql<{ answers: unknown; profile_keys: ProfileKeys; variant: number; learners: number }>`
    select to_jsonb(profile) - array['id', 'user_id', 'profile_keys', 'created_at', 'updated_at'] as answers,
      profile.profile_keys, users.variant, count(*)::int as learners
    from users join user_preferences as profile on profile.user_id = users.id
    where users.last_seen_at >= clock_timestamp() - make_interval(days => ${days})
    group by 1, 2, 3 order by learners desc, 1, 3`.execute(db)
  return rows.map(({ answers, profile_keys, variant, learners }) => ({
    answers: v.parse(answersSchema, answers),
    profileKeys: profile_keys,
    variant: v.parse(variantSchema, variant),
    learners,
  }))
}

/** How many learners were given each lesson in the last `days` days, by slug. */
export async function countReaders(db: Kysely<Database>, days: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ lesson_slug: string; readers: number }>`
    select lesson_slug, count(distinct user_id)::int as readers from learner_lessons
    where last_read_at >= clock_timestamp() - make_interval(days => ${days}) group by lesson_slug`.execute(db)
  return new Map(rows.map(({ lesson_slug, readers }) => [lesson_slug, readers]))
}
