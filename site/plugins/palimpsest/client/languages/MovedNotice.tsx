import type { I18n } from '@docusaurus/types'
import { useLocation } from '@docusaurus/router'
import Translate from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { useEffect, useState, type ReactNode } from 'react'
import site from 'palimpsest-site'
import { browserStorage } from '../storage/browser-storage.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import styles from './moved-notice.module.css'
import { localePath } from './locale-path.ts'

function findMovedFrom({ currentLocale, locales }: I18n): string | undefined {
  const left = browserStorage.getItem(storageKeys.movedFrom) ?? currentLocale
  return left !== currentLocale && locales.includes(left) ? left : undefined
}

const nameOf = (language: string): string => site.languages[language]?.native ?? language

/** Says that the site is now in the language that a reader has chosen, with a link back. */
export default function MovedNotice(): ReactNode {
  const { i18n } = useDocusaurusContext()
  const { pathname, search, hash } = useLocation()
  const [left] = useState(() => findMovedFrom(i18n))
  useEffect(() => browserStorage.removeItem(storageKeys.movedFrom), [])
  if (left === undefined) {
    return null
  }
  return (
    <p className={styles.notice} role="status">
      <Translate id="palimpsest.language.moved" values={{ language: nameOf(i18n.currentLocale) }}>
        {'The site is now in {language}, as you chose.'}
      </Translate>{' '}
      <a href={localePath(i18n, left, pathname + search + hash)} hrefLang={left}>
        <Translate
          id="palimpsest.language.back"
          values={{
            language: (
              <bdi key="language" lang={left}>
                {nameOf(left)}
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
