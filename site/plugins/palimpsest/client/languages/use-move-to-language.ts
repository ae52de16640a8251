import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useCallback } from 'react'
import { browserStorage } from '../storage/browser-storage.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { localePath } from './locale-path.ts'

/**
 * Goes on in the language that a reader has chosen, where the site speaks it and this page does not: then the page at `path`
 * is loaded in that language, and says how to come back. Says whether it does.
 */
export function useMoveToLanguage(): (language: string, path: string) => boolean {
  const { i18n } = useDocusaurusContext()
  return useCallback(
    (language, path) => {
      if (language === i18n.currentLocale || !i18n.locales.includes(language)) {
        return false
      }
      browserStorage.setItem(storageKeys.movedFrom, i18n.currentLocale)
      window.location.assign(localePath(i18n, language, path))
      return true
    },
    [i18n],
  )
}
