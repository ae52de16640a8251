import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { ReactNode } from 'react'
import { directionOf } from '../languages/direction-of.ts'
import { useLesson } from '../page/lesson-context.ts'
import styles from './side-by-side.module.css'

interface PairedHeadingProps {
  readonly translated: ReactNode
  readonly language: string | undefined
  readonly originalShown: boolean
  readonly children: ReactNode
}

/**
 * A heading in both languages, over their columns; one that was not translated stands once above both. Its columns run as the
 * page does, like those of the texts, and not as the heading around them does, which is the author's.
 */
export default function PairedHeading({
  translated,
  language,
  originalShown,
  children,
}: PairedHeadingProps): ReactNode {
  const written = useLesson()?.page.language
  const { currentLocale, localeConfigs } = useDocusaurusContext().i18n
  return (
    <span
      className={styles.heading}
      dir={localeConfigs[currentLocale]?.direction}
      data-shown={originalShown ? 'original' : 'yours'}
    >
      <span className={styles.original} lang={written} dir={directionOf(written)}>
        {children}
      </span>
      <span className={styles.version} lang={language} dir={directionOf(language)}>
        {translated}
      </span>
    </span>
  )
}
