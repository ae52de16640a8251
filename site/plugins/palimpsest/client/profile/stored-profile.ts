import * as v from 'valibot'
import { ApiProblem } from '../transport/call-api.ts'
import { type Answers, answersSchema } from '../../../../../lib/profile/index.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { storageKeys } from '../storage/storage-keys.ts'

/** The answers as they are stored on this device, so that the page need not ask the server what the reader said. */
export interface StoredProfile {
  readonly answers: Answers
  /** False while the server has not yet accepted them. */
  readonly sent: boolean
}

const storedProfileSchema = v.object({ answers: answersSchema, sent: v.boolean() })

/** What a stored text says, or undefined when it is missing, broken or from an older questionnaire. */
export function parseProfile(text: string | null): StoredProfile | undefined {
  if (text === null) {
    return undefined
  }
  try {
    const result = v.safeParse(storedProfileSchema, JSON.parse(text))
    return result.success ? result.output : undefined
  } catch {
    return undefined
  }
}

export function findProfile(storage: KeyedStorage): StoredProfile | undefined {
  return parseProfile(storage.getItem(storageKeys.profile))
}

export function storeProfile(storage: KeyedStorage, profile: StoredProfile): void {
  storage.setItem(storageKeys.profile, JSON.stringify(profile))
}

/** The profile on this device. Throws `preferences-not-found`, as the server would, where there is none. */
export function getProfile(storage: KeyedStorage): StoredProfile {
  const profile = findProfile(storage)
  if (!profile) {
    throw new ApiProblem('preferences-not-found', 0, 'There is no profile on this device.')
  }
  return profile
}
