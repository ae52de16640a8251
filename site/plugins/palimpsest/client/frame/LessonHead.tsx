import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import site from 'palimpsest-site'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { createReadingChoice } from '../reading/reading-choice.ts'
import ReadingMenu from '../reading/ReadingMenu.tsx'
import { browserStorage } from '../storage/browser-storage.ts'
import TabList from '../controls/TabList.tsx'
import { onReturn } from '../browser/listen.ts'
import { useOnDemand } from '../browser/use-on-demand.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { useLesson, views, type LessonOnPage, type Personal, type View } from '../page/lesson-context.ts'
import { panelId, tabsName } from '../page/panel.ts'
import './note-place.css'
import styles from './lesson-head.module.css'

const labels: Readonly<Record<View, string>> = {
  original: translate({ id: 'palimpsest.view.original', message: 'Original' }),
  personalized: translate({ id: 'palimpsest.view.personalized', message: 'Personalized' }),
  'side-by-side': translate({ id: 'palimpsest.view.side-by-side', message: 'Side by side' }),
}

/** The tabs; *Personalized* also says how many sections are, if not all. */
const tabsOf = (personal: Personal | undefined) =>
  views.map((id) => ({
    id,
    label:
      id === 'personalized' && personal ? (
        <>
          {labels[id]}
          <personal.view.Share lesson={personal.lesson} />
        </>
      ) : (
        labels[id]
      ),
  }))

/** The tabs of a lesson and one line that says what the reader is looking at. */
export default function LessonHead(): ReactNode {
  const lesson = useLesson()
  if (!lesson) {
    return null
  }
  const { locked } = lesson.page
  const isPersonalized = lesson.view !== 'original' && lesson.personal !== undefined
  return (
    <div className={styles.head} data-uncopied>
      <div className={styles.bar}>
        {locked ? (
          <p className={styles.status}>
            {translate({
              id: 'palimpsest.status.locked',
              message: 'The author wants this lesson read as written, so it is not personalized.',
            })}
          </p>
        ) : (
          <TabList
            label={translate({ id: 'palimpsest.view.label', message: 'Versions of this lesson' })}
            name={tabsName}
            panel={panelId}
            tabs={tabsOf(lesson.personal)}
            selected={lesson.view}
            onSelect={lesson.choose}
          />
        )}
        <ReadingMenu />
      </div>
      {!locked && (
        <div className={styles.status} data-personalized={isPersonalized || undefined}>
          <Status lesson={lesson} />
        </div>
      )}
    </div>
  )
}

function Status({ lesson }: { lesson: LessonOnPage }): ReactNode {
  const { view, personal, unavailable, choose } = lesson
  if (view === 'original') {
    return <Invitation lesson={lesson} />
  }
  if (unavailable) {
    return (
      <span role="alert">
        {translate({
          id: 'palimpsest.status.unavailable',
          message: 'Your version could not be loaded. The original is here in full.',
        })}{' '}
        <button type="button" className="button-text" onClick={() => choose(view)}>
          {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
        </button>
      </span>
    )
  }
  return personal ? (
    <personal.view.LessonStatus lesson={personal.lesson} offer={<personal.view.LanguageOffer lesson={lesson} />} />
  ) : (
    <span>{translate({ id: 'palimpsest.status.looking', message: 'Looking for your version…' })}</span>
  )
}

const invitationChoice = createReadingChoice(storageKeys.invitation, ['open', 'declined'])

const isInvited = () => invitationChoice.read() === 'open' && browserStorage.getItem(storageKeys.profile) === null

const loadOffer = () => import('../view/LanguageOffer.tsx')

/** Offers the lesson in the page's language; loaded only on pages in another language than their lessons. */
function Offer({ lesson }: { lesson: LessonOnPage }): ReactNode {
  const [LanguageOffer, ask] = useOnDemand(loadOffer)
  useEffect(ask, [ask])
  return LanguageOffer && <LanguageOffer lesson={lesson} />
}

const followInvitation = (run: () => void) => {
  const stops = [invitationChoice.subscribe(run), onReturn(run)]
  return () => stops.forEach((stop) => stop())
}

/** Invites a reader without a profile; the server renders only the line's place. */
function Invitation({ lesson }: { lesson: LessonOnPage }): ReactNode {
  const { page, choose } = lesson
  const invited = useSyncExternalStore(followInvitation, isInvited, () => false)
  const { currentLocale: locale } = useDocusaurusContext().i18n
  if (!invited) {
    return (
      <span>
        {translate({ id: 'palimpsest.status.original', message: 'The original, as the author wrote it.' })}{' '}
        {locale !== page.language && <Offer lesson={lesson} />}
      </span>
    )
  }
  return (
    <span>
      {locale === page.language
        ? translate({
            id: 'palimpsest.invitation',
            message: 'This lesson can be adapted to what you already know.',
          })
        : translate(
            {
              id: 'palimpsest.invitation.translated',
              message: 'You can read this lesson in {language}, adapted to what you already know.',
            },
            { language: site.languages[locale]?.native ?? locale },
          )}{' '}
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
