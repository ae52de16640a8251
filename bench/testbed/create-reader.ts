import type { Kysely } from 'kysely'
import { createUser, type Database, storePreferences } from '../../lib/db/index.ts'
import { type Answers, buildProfileKeys, type ProfileKeys } from '../../lib/profile/index.ts'
import { aSubject } from '../../test/support/a-subject.ts'

/** A level in the middle: no rewrite is too hard or too easy for this reader, so that none is repaired for that. */
export const usualAnswers: Answers = {
  preferred_language: 'en',
  education_level: 'undergraduate',
  programming_experience: 'intermediate',
  robotics_background: true,
  ai_ml_experience: 'basic',
  learning_goals: ['hobby'],
}

/** Creates a reader who has answered the questions; `keysOf` may give the profile other keys than ours. */
export async function createReader(
  db: Kysely<Database>,
  keysOf: (id: string) => Promise<ProfileKeys> = () => buildProfileKeys(usualAnswers),
): Promise<string> {
  const id = crypto.randomUUID()
  await createUser(db, id, aSubject())
  await storePreferences(db, id, { answers: usualAnswers, profileKeys: await keysOf(id) })
  return id
}
