import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { createUuid } from './create-uuid.ts'

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** This device's learner, or undefined before the six questions were answered. */
export function findLearnerId(storage: KeyedStorage): string | undefined {
  const id = storage.getItem(storageKeys.learner)
  return id !== null && uuidV4.test(id) ? id : undefined
}

/** This device's learner, made on the first call and kept from then on. */
export function getLearnerId(storage: KeyedStorage, randomness: Crypto): string {
  const known = findLearnerId(storage)
  if (known) {
    return known
  }
  const id = createUuid(randomness)
  storage.setItem(storageKeys.learner, id)
  return id
}
