import * as v from 'valibot'
import { onboardingSchema, type PreferencesAnswer, preferencesChangeSchema } from '../../contract/index.ts'
import { findPreferences, type Preferences, replacePreferences, storePreferences } from '../../db/index.ts'
import { type Answers, answersSchema, buildProfileKeys } from '../../profile/index.ts'
import { answer } from '../answer.ts'
import { preferencesNotFound, userNotFound } from '../no-such-learner.ts'
import { Problem, wrongField } from '../../errors/index.ts'
import { parseInput } from '../parse-input.ts'
import { readJson } from '../read-json.ts'
import { userIdFromHeader } from '../user-id.ts'
import type { DataServices } from './users.ts'

/** `POST /api/onboarding`: 200 with the stored profile; 404 if there is no such user. A repeated call replaces it. */
export async function postOnboarding(request: Request, { db }: DataServices): Promise<Response> {
  const { user_id, ...answers } = parseInput(onboardingSchema, await readJson(request))
  const preferences = await storePreferences(db, user_id, { answers, profileKeys: await buildProfileKeys(answers) })
  if (!preferences) throw userNotFound(user_id)
  return answer<PreferencesAnswer>(preferences)
}

/** `GET /api/user/preferences`: 200 with the profile; 404 before onboarding. */
export async function getPreferences(request: Request, { db }: DataServices): Promise<Response> {
  const userId = userIdFromHeader(request)
  return answer<PreferencesAnswer>(await getStored(userId, db))
}

/** How often a change is tried if the profile was changed by another request meanwhile. */
const changeAttemptsMax = 5

/** `PUT /api/user/preferences`: takes any of the six answers; 200 with the profile; 404 before onboarding. */
export async function putPreferences(request: Request, { db }: DataServices): Promise<Response> {
  const userId = userIdFromHeader(request)
  const { user_id, answers: changed } = parseInput(preferencesChangeSchema, await readJson(request))
  if (user_id !== undefined && user_id !== userId)
    throw wrongField('user_id', 'Wanted the id of the header "X-User-ID", or no such field.')
  for (let attempt = 0; attempt < changeAttemptsMax; attempt++) {
    const before = v.parse(answersSchema, await getStored(userId, db))
    const answers = { ...before, ...changed } as Answers
    const profileKeys = await buildProfileKeys(answers)
    const preferences = await replacePreferences(db, userId, { answers, profileKeys, expected: before })
    if (preferences) return answer<PreferencesAnswer>(preferences)
  }
  throw new Problem('profile-changed', 'The profile was changed by another request at the same time. Send it again.')
}

async function getStored(userId: string, db: DataServices['db']): Promise<Preferences> {
  const preferences = await findPreferences(db, userId)
  if (preferences) return preferences
  throw preferencesNotFound(userId)
}
