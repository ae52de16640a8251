import useIsBrowser from '@docusaurus/useIsBrowser'
import { useCallback, useMemo, useState } from 'react'
import { browserStorage } from '../browser-storage.ts'
import { findProfile, storeProfile, type StoredProfile } from './stored-profile.ts'

/**
 * The profile kept on this device. `undefined` until the page has looked (and on the server), `null` when there is none.
 */
export function useProfile(): {
  profile: StoredProfile | null | undefined
  keepProfile: (profile: StoredProfile) => void
  dropProfile: () => void
} {
  const isBrowser = useIsBrowser()
  const found = useMemo(() => (isBrowser ? (findProfile(browserStorage) ?? null) : undefined), [isBrowser])
  const [changed, setProfile] = useState<StoredProfile | null>()
  const profile = changed === undefined ? found : changed
  const keepProfile = useCallback((next: StoredProfile) => {
    storeProfile(browserStorage, next)
    setProfile(next)
  }, [])
  const dropProfile = useCallback(() => setProfile(null), [])
  return { profile, keepProfile, dropProfile }
}
