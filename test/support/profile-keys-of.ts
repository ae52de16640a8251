import type { ProfileKeys } from '../../lib/profile/profile-keys.ts'
import { testDatabase } from './a-lesson.ts'

/** The profile keys that are stored for a learner. */
export async function profileKeysOf(learner: string): Promise<ProfileKeys> {
  const row = await testDatabase()
    .selectFrom('user_preferences')
    .select('profile_keys')
    .where('user_id', '=', learner)
    .executeTakeFirstOrThrow()
  return row.profile_keys
}
