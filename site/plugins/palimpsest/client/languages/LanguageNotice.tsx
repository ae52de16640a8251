import { useEffect, type ReactNode } from 'react'
import { browserStorage } from '../storage/browser-storage.ts'
import { useOnDemand } from '../browser/use-on-demand.ts'
import { storageKeys } from '../storage/storage-keys.ts'

const loadNotice = () => import('./MovedNotice.tsx')

/** Shows once, on the first page in the language that a reader has chosen, that the site has changed to it. */
export default function LanguageNotice(): ReactNode {
  const [Notice, ask] = useOnDemand(loadNotice)
  useEffect(() => {
    if (browserStorage.getItem(storageKeys.movedFrom) !== null) ask()
  }, [ask])
  return Notice && <Notice />
}
