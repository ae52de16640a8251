import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import { useSyncExternalStore, type ReactNode } from 'react'
import { createReadingChoice } from '../aids/reading-choice.ts'
import ReadingMenu from '../aids/ReadingMenu.tsx'
import { browserStorage } from '../browser-storage.ts'
import TabList from '../controls/TabList.tsx'
import { storageKeys } from '../storage-keys.ts'
import { useLesson, type LessonOnPage } from './lesson-context.ts'
import { panelId, tabsName } from './panel.ts'
import './note-place.css'
import styles from './lesson-head.module.css'

const tabs = [
  { id: 'original', label: translate({ id: 'palimpsest.view.original', message: 'Original' }) },
  { id: 'personalized', label: translate({ id: 'palimpsest.view.personalized', message: 'Personalized' }) },
  { id: 'side-by-side', label: translate({ id: 'palimpsest.view.side-by-side', message: 'Side by side' }) },
] as const

/** The tabs of a lesson and one line that says what the reader is looking at. */
export default function LessonHead(): ReactNode {
  const lesson = useLesson()
  if (!lesson) {
    return null
  }
  const { locked } = lesson.page
  const isTold = lesson.view !== 'original' && lesson.personal !== undefined
  return (
    <div className={styles.head} data-uncopied>
      <div className={styles.bar}>
        {locked ? (
          <p className={styles.status}>
            {translate({
              id: 'palimpsest.status.locked',
              message: 'The author wants this lesson read as it is, so it is not adapted.',
            })}
          </p>
        ) : (
          <TabList
            label={translate({ id: 'palimpsest.view.label', message: 'Versions of this lesson' })}
            name={tabsName}
            panel={panelId}
            tabs={tabs}
            selected={lesson.view}
            onSelect={lesson.choose}
          />
        )}
        <ReadingMenu />
      </div>
      {!locked && (
        <div className={styles.status} data-told={isTold || undefined}>
          <Status lesson={lesson} />
        </div>
      )}
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
        {translate({
          id: 'palimpsest.status.unavailable',
          message: 'The personalized view could not be fetched. The author’s text is here in full.',
        })}{' '}
        <button type="button" className="button-text" onClick={() => choose(view)}>
          {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
        </button>
      </span>
    )
  }
  return personal ? (
    <personal.view.Status lesson={personal.lesson} />
  ) : (
    <span>{translate({ id: 'palimpsest.status.looking', message: 'Looking for your version…' })}</span>
  )
}

const invitationChoice = createReadingChoice(storageKeys.invitation, ['open', 'declined'])

const isInvited = () => invitationChoice.read() === 'open' && browserStorage.getItem(storageKeys.profile) === null

/** Said once, quietly, to a reader who has no profile; on the server it only keeps its place. */
function Invitation({ choose }: Pick<LessonOnPage, 'choose'>): ReactNode {
  const invited = useSyncExternalStore(invitationChoice.subscribe, isInvited, () => false)
  if (!invited) {
    return (
      <span>{translate({ id: 'palimpsest.status.original', message: 'The author’s text, as it was written.' })}</span>
    )
  }
  return (
    <span>
      {translate({
        id: 'palimpsest.invitation',
        message: 'This lesson can be told for what you already know.',
      })}{' '}
      <Link
        to="/onboarding"
        onClick={(event) => {
          event.preventDefault()
          choose('personalized')
        }}
      >
        {translate({ id: 'palimpsest.invitation.answer', message: 'Answer six questions' })}
      </Link>
      <button type="button" className={styles.decline} onClick={() => invitationChoice.choose('declined')}>
        {translate({ id: 'palimpsest.invitation.decline', message: 'Not now' })}
      </button>
    </span>
  )
}
