import Link from '@docusaurus/Link'
import useIsBrowser from '@docusaurus/useIsBrowser'
import { useState, type ReactNode } from 'react'
import { browserStorage } from '../browser-storage.ts'
import TabList from '../controls/TabList.tsx'
import { storageKeys } from '../storage-keys.ts'
import { useLesson, type LessonOnPage } from './lesson-context.ts'
import { panelId, tabsName } from './panel.ts'
import styles from './lesson.module.css'

/** The tabs of a lesson and one line that says what the reader is looking at. */
export default function LessonHead(): ReactNode {
  const lesson = useLesson()
  if (!lesson) {
    return null
  }
  if (lesson.page.locked) {
    return <p className={styles.status}>The author wants this lesson read as it is, so it is not adapted.</p>
  }
  return (
    <div className={styles.head}>
      <TabList
        label="Versions of this lesson"
        name={tabsName}
        panel={panelId}
        tabs={[
          { id: 'original', label: 'Original' },
          { id: 'personalized', label: 'Personalized' },
        ]}
        selected={lesson.view}
        onSelect={lesson.choose}
      />
      <div className={styles.status}>
        <Status lesson={lesson} />
      </div>
    </div>
  )
}

function Status({ lesson }: { lesson: LessonOnPage }): ReactNode {
  const { view, personal, unavailable, choose } = lesson
  if (view === 'original') {
    return <Invitation choose={choose} />
  }
  if (unavailable) {
    return (
      <span role="alert">
        The personalized view could not be fetched. The author’s text is here in full.{' '}
        <button type="button" className="button-text" onClick={() => choose('personalized')}>
          Try again
        </button>
      </span>
    )
  }
  return personal ? <personal.view.Status lesson={personal.lesson} /> : <span>Looking for your version…</span>
}

/** Said once, quietly, to a reader who has no profile; on the server it only keeps its place. */
function Invitation({ choose }: Pick<LessonOnPage, 'choose'>): ReactNode {
  const isBrowser = useIsBrowser()
  const [declined, setDeclined] = useState(false)
  if (!isBrowser) {
    return <span>The author’s text.</span>
  }
  const known = browserStorage.getItem(storageKeys.profile) !== null
  if (known || declined || browserStorage.getItem(storageKeys.invitation) === 'declined') {
    return <span>The author’s text, as it was written.</span>
  }
  return (
    <span>
      This lesson can be told for what you already know.{' '}
      <Link
        to="/onboarding"
        onClick={(event) => {
          event.preventDefault()
          choose('personalized')
        }}
      >
        Answer six questions
      </Link>
      <span className={styles.divider} aria-hidden="true" />
      <button
        type="button"
        className={styles.decline}
        onClick={() => {
          browserStorage.setItem(storageKeys.invitation, 'declined')
          setDeclined(true)
        }}
      >
        Not now
      </button>
    </span>
  )
}
