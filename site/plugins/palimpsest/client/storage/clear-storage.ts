import { browserStorage } from './browser-storage.ts'
import { storageKeys } from './storage-keys.ts'

/** What each entry of ours begins with, in either storage. */
const ours = 'palimpsest.'

/** Removes everything that this site has put into the browser's storages, also under names that it no longer uses. */
export function clearStorage(): void {
  // Also what the browser refused to store, of which there is a memory only.
  Object.values(storageKeys).forEach((key) => browserStorage.removeItem(key))
  for (const kind of ['localStorage', 'sessionStorage'] as const) {
    try {
      const storage = window[kind]
      const names = Object.keys(storage).filter((name) => name.startsWith(ours))
      names.forEach((name) => storage.removeItem(name))
    } catch {
      // Refused: nothing was stored.
    }
  }
}
