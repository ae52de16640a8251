import { uuid } from '../../../../../lib/text/index.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { createUuid } from './create-uuid.ts'

/** This device's learner, or undefined before the six questions were answered. */
export function findLearnerId(storage: Pick<KeyedStorage, 'getItem'>): string | undefined {
  const id = storage.getItem(storageKeys.learner)
  return id !== null && uuid.test(id) ? id : undefined
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
