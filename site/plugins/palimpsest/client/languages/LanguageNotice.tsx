import type { I18n } from '@docusaurus/types'
import { useLocation } from '@docusaurus/router'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Translate from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useEffect, useMemo, type ReactNode } from 'react'
import { getLanguage } from '../../../../../lib/learner/get-language.ts'
import { browserStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import styles from './language-notice.module.css'
import { localePath } from './locale-path.ts'

function findMovedFrom({ currentLocale, locales }: I18n): string | undefined {
  const left = browserStorage.getItem(storageKeys.movedFrom) ?? currentLocale
  return left !== currentLocale && locales.includes(left) ? left : undefined
}

/** Says once, on the first page in the language that a reader has chosen, that the site goes on in it; one press leads back. */
export default function LanguageNotice(): ReactNode {
  const { i18n } = useDocusaurusContext()
  const { pathname, search, hash } = useLocation()
  const isBrowser = useIsBrowser()
  const left = useMemo(() => (isBrowser ? findMovedFrom(i18n) : undefined), [isBrowser, i18n])
  useEffect(() => {
    if (isBrowser) {
      browserStorage.removeItem(storageKeys.movedFrom)
    }
  }, [isBrowser])
  if (left === undefined) {
    return null
  }
  const [here, there] = [getLanguage(i18n.currentLocale), getLanguage(left)]
  return (
    <p className={styles.notice} role="status">
      <Translate id="palimpsest.language.moved" values={{ language: here.native }}>
        {'The site goes on in {language}, as you chose.'}
      </Translate>{' '}
      <a href={localePath(i18n, left, pathname + search + hash)} hrefLang={left}>
        <Translate
          id="palimpsest.language.back"
          values={{
            language: (
              <bdi key="language" lang={left}>
                {there.native}
              </bdi>
            ),
          }}
        >
          {'Back to {language}'}
        </Translate>
      </a>
    </p>
  )
}
