import { uuid } from '../../../../../lib/text/index.ts'
import type { KeyedStorage } from '../storage/browser-storage.ts'
import { storageKeys } from '../storage/storage-keys.ts'

/** This device's learner, or undefined before the six questions were answered. */
export function findLearnerId(storage: Pick<KeyedStorage, 'getItem'>): string | undefined {
  const id = storage.getItem(storageKeys.learner)
  return id !== null && uuid.test(id) ? id : undefined
}

/** This device's learner, made and stored on the first call. */
export function getLearnerId(storage: KeyedStorage, randomness: Crypto): string {
  const known = findLearnerId(storage)
  if (known) {
    return known
  }
  const id = createUuid(randomness)
  storage.setItem(storageKeys.learner, id)
  return id
}

type Randomness = Pick<Crypto, 'getRandomValues'> & Partial<Pick<Crypto, 'randomUUID'>>

/** A UUID v4. `crypto.randomUUID` is missing where the site is served over plain HTTP from another machine. */
export function createUuid(randomness: Randomness): string {
  if (randomness.randomUUID) {
    return randomness.randomUUID()
  }
  const bytes = randomness.getRandomValues(new Uint8Array(16))
  const version = 0x40 | ((bytes[6] ?? 0) & 0x0f)
  const variant = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes.with(6, version).with(8, variant), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
