import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'

export interface ForgettingRim {
  readonly storage: KeyedStorage
  readonly dropLessons: () => Promise<void>
  readonly dropPages: () => Promise<void>
}

/** Removes everything this site keeps on the device: what is known of the learner, their lessons, and the pages around them. */
export async function forgetLearner({ storage, dropLessons, dropPages }: ForgettingRim): Promise<void> {
  for (const key of Object.values(storageKeys)) {
    storage.removeItem(key)
  }
  await Promise.all([dropLessons(), dropPages()])
}
