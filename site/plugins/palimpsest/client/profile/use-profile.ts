import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { browserStorage } from '../storage/browser-storage.ts'
import { onReturn } from '../browser/listen.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { parseProfile, storeProfile, type StoredProfile } from './stored-profile.ts'

/** The parts of this page that show the profile; the browser reports other tabs only. */
const followers = new Set<() => void>()

function subscribe(run: () => void): () => void {
  followers.add(run)
  const stop = onReturn(run)
  return () => {
    followers.delete(run)
    stop()
  }
}

const read = (): string | null => browserStorage.getItem(storageKeys.profile)

/**
 * The profile stored on this device, also as other tabs change it. `undefined` until the page has looked (and on the server), `null`
 * when there is none.
 */
export function useProfile(): {
  profile: StoredProfile | null | undefined
  saveProfile: (profile: StoredProfile) => void
  /** Shows what is stored now, where that was changed by other means. */
  lookAgain: () => void
} {
  const stored = useSyncExternalStore<string | null | undefined>(subscribe, read, () => undefined)
  const profile = useMemo(() => (stored === undefined ? undefined : (parseProfile(stored) ?? null)), [stored])
  const lookAgain = useCallback(() => followers.forEach((run) => run()), [])
  const saveProfile = useCallback(
    (next: StoredProfile) => {
      storeProfile(browserStorage, next)
      lookAgain()
    },
    [lookAgain],
  )
  return { profile, saveProfile, lookAgain }
}
