import type { KeyedStorage } from '../browser-storage.ts'
import { ApiProblem, type Api } from '../calls/call-api.ts'
import { sendCall } from '../calls/send-call.ts'
import { storageKeys } from '../storage-keys.ts'
import { findLearnerId } from './learner-id.ts'

export interface ForgettingRim {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly dropLessons: () => Promise<void>
  readonly dropPages: () => Promise<void>
}

/**
 * Has the server erase the learner, and removes everything this site keeps on the device: what is known of the learner, their
 * lessons, and the pages around them. The device forgets whatever the server says; false when the server did not erase.
 */
export async function forgetLearner({ api, storage, dropLessons, dropPages }: ForgettingRim): Promise<boolean> {
  const learner = findLearnerId(storage)
  const erased = learner === undefined || (await eraseOnServer(api, learner))
  for (const key of Object.values(storageKeys)) {
    storage.removeItem(key)
  }
  await Promise.all([dropLessons(), dropPages()])
  return erased
}

async function eraseOnServer(api: Api, learner: string): Promise<boolean> {
  try {
    await sendCall(api, { method: 'DELETE', path: `/api/user/${learner}` })
    return true
  } catch (error) {
    return error instanceof ApiProblem && error.code === 'user-not-found'
  }
}
