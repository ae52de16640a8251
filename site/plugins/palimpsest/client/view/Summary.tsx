import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import type { ReactNode } from 'react'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { forYouSection } from '../../../../../lib/lesson/index.ts'
import SectionLinks from './SectionLinks.tsx'
import { formatSummary } from '../messages/summary-messages.ts'
import { useLessonState } from '../page/use-lesson-state.ts'
import styles from './lesson.module.css'

/** The lesson's summary, under its text, with the sections that show the original. */
export default function Summary({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const { i18n } = useDocusaurusContext()
  const state = useLessonState(lesson)
  if (state.phase !== 'done') {
    return null
  }
  const asWritten = state.order.filter(({ id }) => id !== forYouSection && state.sections[id]?.phase === 'original')
  return (
    <footer id="lesson-sum" className={styles.sum}>
      <p>{formatSummary(state, i18n.currentLocale)}</p>
      {asWritten.length > 0 && (
        <p>
          {translate({ id: 'palimpsest.sum.as-written', message: 'Sections that show the original:' })}{' '}
          <SectionLinks sections={asWritten} />
        </p>
      )}
    </footer>
  )
}
