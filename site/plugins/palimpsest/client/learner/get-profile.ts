import { ApiProblem } from '../calls/call-api.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { findProfile, type StoredProfile } from './stored-profile.ts'

/** The profile on this device. Throws `preferences-not-found`, as the server would, where there is none. */
export function getProfile(storage: KeyedStorage): StoredProfile {
  const profile = findProfile(storage)
  if (!profile) {
    throw new ApiProblem('preferences-not-found', 0, 'There is no profile on this device.')
  }
  return profile
}
