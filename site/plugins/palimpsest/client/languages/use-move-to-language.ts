import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useCallback } from 'react'
import { browserStorage } from '../storage/browser-storage.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { localePath } from './locale-path.ts'

/**
 * Loads the page at `path` in the language that a reader has chosen, if the site has it and this page is in another.
 * Returns whether it does; the new page offers a link back.
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
