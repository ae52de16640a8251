import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'

/** Removes everything this site keeps on the device. */
export function forgetLearner(storage: KeyedStorage): void {
  for (const key of Object.values(storageKeys)) {
    storage.removeItem(key)
  }
}
