import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import facets from 'palimpsest-facets'
import type { ReactNode } from 'react'
import { countSections } from '../state/count-sections.ts'
import type { PersonalLesson } from '../state/personal-lesson.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { describeProfile } from '../profile/describe-profile.ts'
import { findProfile } from '../profile/stored-profile.ts'
import { adaptedMessage, unwrittenMessage } from '../messages/lesson-messages.ts'
import Announcer from './Announcer.tsx'
import { isAtRest, type LessonState } from '../state/lesson-state.ts'
import { focusText } from '../page/panel.ts'
import { retryMessage, errorMessage } from '../messages/error-messages.ts'
import TryAgain from '../section/TryAgain.tsx'
import { useLessonState } from '../page/use-lesson-state.ts'
import styles from './lesson.module.css'

interface LessonStatusProps {
  readonly lesson: PersonalLesson
  /** Reading in another language, where that is offered. */
  readonly offer: ReactNode
}

/** One line: whom the lesson is adapted for, how far it is, and what went wrong. */
export default function LessonStatus({ lesson, offer }: LessonStatusProps): ReactNode {
  const state = useLessonState(lesson)
  const askAgain = () => {
    focusText()
    lesson.askAgain()
  }
  return (
    <>
      <Line state={state} offer={offer} onAgain={askAgain} />
      <Details state={state} onAgain={askAgain} />
      <Announcer lesson={lesson} />
    </>
  )
}

interface PartProps {
  readonly state: LessonState
  /** Asks for what did not come. */
  readonly onAgain: () => void
}

function Line({ state, offer, onAgain }: PartProps & Pick<LessonStatusProps, 'offer'>): ReactNode {
  switch (state.phase) {
    case 'failed':
      return <Failure state={state} onAgain={onAgain} />
    case 'resuming':
      return <Resumption state={state} />
    default:
      return isNothingRewritten(state) ? (
        <Unwritten state={state} onAgain={onAgain} />
      ) : (
        <Badge state={state} offer={offer} />
      )
  }
}

/** The lesson is finished, and because of errors every section of it shows the original. */
const isNothingRewritten = (state: LessonState): boolean =>
  unwrittenMessage(state) !== undefined && countSections(state).rewritten === 0

function Unwritten({ state, onAgain }: PartProps): ReactNode {
  return (
    <span role="alert">
      {unwrittenMessage(state)} <TryAgain onPress={onAgain} />
    </span>
  )
}

function Failure({ state, onAgain }: PartProps): ReactNode {
  const { currentLocale: locale } = useDocusaurusContext().i18n
  const arrived = countSections(state).resolved
  return (
    <span role="alert">
      {errorMessage(state.error, { arrived, online: navigator.onLine, locale })}{' '}
      {state.error?.retryable && <TryAgain onPress={onAgain} />}
    </span>
  )
}

/** The page asks again by itself, so there is nothing to press. */
function Resumption({ state }: { readonly state: LessonState }): ReactNode {
  const { currentLocale: locale } = useDocusaurusContext().i18n
  return <output>{retryMessage(state.error, { online: navigator.onLine, locale })}</output>
}

function Badge({ state, offer }: Pick<PartProps, 'state'> & Pick<LessonStatusProps, 'offer'>): ReactNode {
  const answers = findProfile(browserStorage)?.answers ?? {}
  return (
    <span>
      {adaptedMessage(state, describeProfile(answers, facets))}{' '}
      <Link to="/profile">{translate({ id: 'palimpsest.status.change', message: 'Change' })}</Link>
      {/* An en space, which hangs at the end of a line. */}
      {'\u2002'}
      {offer}
    </span>
  )
}

/** What else is to be known, smaller: how far the lesson is, and where it comes from. */
function Details({ state, onAgain }: PartProps): ReactNode {
  const { model, from } = state
  return (
    <div className={styles.details}>
      {!isAtRest(state) && <Progress state={state} />}
      {unwrittenMessage(state) !== undefined && !isNothingRewritten(state) && (
        <Unwritten state={state} onAgain={onAgain} />
      )}
      {model?.demo && <span>{translate({ id: 'palimpsest.status.demo', message: 'Demo writer, no model' })}</span>}
      {from === 'this-device' && (
        <span>{translate({ id: 'palimpsest.status.this-device', message: 'Saved on this device' })}</span>
      )}
    </div>
  )
}

/** Without a count for what this device has: it comes at once, so a count would only flicker. */
function Progress({ state }: { readonly state: LessonState }): ReactNode {
  const { order, sections, from } = state
  const { resolved, all } = countSections(state)
  const waiting = order.filter(({ id }) => sections[id]?.phase === 'waiting').length
  return (
    <>
      {from === 'server' && (
        <span>
          {all === 0
            ? translate({ id: 'palimpsest.status.looking', message: 'Looking for your version…' })
            : translate(
                { id: 'palimpsest.status.progress', message: 'Sections ready: {resolved} of {all}' },
                { resolved, all },
              )}
          {waiting > 0 &&
            translate({ id: 'palimpsest.status.waiting', message: ', {waiting} already being written' }, { waiting })}
        </span>
      )}
      <progress
        className={styles.rule}
        aria-label={translate({ id: 'palimpsest.status.rule', message: 'Sections ready' })}
        max={Math.max(all, 1)}
        value={resolved}
      />
    </>
  )
}
