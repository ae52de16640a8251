import { ApiProblem, type Api } from '../transport/call-api.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { getLearnerId } from './learner-id.ts'
import { sendProfile } from './send-profile.ts'
import { findProfile, storeProfile, type StoredProfile, getProfile } from './stored-profile.ts'

export interface LearnerServices {
  readonly api: Api
  readonly storage: KeyedStorage
  readonly randomness: Crypto
}

const lostProfile = new Set(['user-not-found', 'preferences-not-found'])

/**
 * Makes a call in the name of this device's learner. The server is sent the answers first where it has not accepted them
 * yet, and again where it has lost them.
 *
 * @throws ApiProblem as the call does, and `preferences-not-found` when there are no answers on this device.
 */
export async function asLearner<Result>(
  services: LearnerServices,
  call: (learner: string) => Promise<Result>,
): Promise<Result> {
  const { api, storage, randomness } = services
  const profile = getProfile(storage)
  const learner = getLearnerId(storage, randomness)
  if (!profile.sent) {
    await sendProfile(api, learner, profile.answers)
    markAsSent(storage, profile)
  }
  try {
    return await call(learner)
  } catch (error) {
    if (!(error instanceof ApiProblem && lostProfile.has(error.code))) {
      throw error
    }
    // Read anew: another tab may have had the device forget the learner, who is not brought back then.
    await sendProfile(api, learner, getProfile(storage).answers)
    return call(learner)
  }
}

/** Not where the answers were changed or forgotten meanwhile. */
function markAsSent(storage: KeyedStorage, { answers }: StoredProfile): void {
  const now = findProfile(storage)
  if (now && JSON.stringify(now.answers) === JSON.stringify(answers)) {
    storeProfile(storage, { answers, sent: true })
  }
}
