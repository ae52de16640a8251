import * as v from 'valibot'
import { type Answers, answersEntries } from '../../../../../lib/profile/index.ts'
import { uuid } from '../../../../../lib/text/index.ts'
import { ApiProblem, callApi } from '../transport/call-api.ts'
import type { ClearingServices } from '../profile/clear-versions.ts'
import { storeProfile } from '../profile/stored-profile.ts'
import { storageKeys } from '../storage/storage-keys.ts'

const profileSchema = v.object({ ...answersEntries, user_id: v.pipe(v.string(), v.regex(uuid)) })

/** What belongs to a learner and not to the device. */
const storedOfLearner = [storageKeys.rewrites, storageKeys.choices, storageKeys.ratings]

/**
 * Uses up a code: this device becomes the learner who made it, and what it had stored of another one goes. Throws `ApiProblem`; then
 * nothing has changed.
 */
export async function adoptProfile({ api, storage, dropLessons }: ClearingServices, code: string): Promise<Answers> {
  const response = await callApi(api, { method: 'PUT', path: '/api/user/transfer', body: { code } })
  const profile = v.safeParse(profileSchema, await response.json().catch(() => undefined))
  if (!profile.success) {
    throw new ApiProblem('unreachable', response.status, 'The server gave no usable answer.')
  }
  const { user_id, ...answers } = profile.output
  for (const key of storedOfLearner) {
    storage.removeItem(key)
  }
  storage.setItem(storageKeys.learner, user_id)
  storeProfile(storage, { answers, sent: true })
  await dropLessons()
  return answers
}
