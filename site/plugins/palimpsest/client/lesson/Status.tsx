import Link from '@docusaurus/Link'
import { translate } from '@docusaurus/Translate'
import useDocusaurusContext from '@docusaurus/useDocusaurusContext'
import { type ReactNode } from 'react'
import { browserStorage } from '../browser-storage.ts'
import { describeProfile } from '../learner/describe-profile.ts'
import { findProfile } from '../learner/stored-profile.ts'
import Announcer from './Announcer.tsx'
import type { LessonState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import { countSections } from './sum-up.ts'
import { troubleInWords } from './trouble-in-words.ts'
import { useLessonState } from './use-lesson-state.ts'
import styles from './lesson.module.css'

/** One line: whom the lesson is told for, how far it is, and what went wrong. */
export default function Status({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const state = useLessonState(lesson)
  const { phase } = state
  return (
    <>
      {phase === 'failed' && <Failure state={state} onAgain={() => lesson.ask()} />}
      {phase === 'resuming' && <Resumption state={state} />}
      {phase !== 'failed' && phase !== 'resuming' && <Badge />}
      <Details state={state} />
      <Announcer lesson={lesson} />
    </>
  )
}

const wordsOf = (state: LessonState): string =>
  troubleInWords(state.trouble, { arrived: countSections(state).settled, online: navigator.onLine })

function Failure({ state, onAgain }: { readonly state: LessonState; readonly onAgain: () => void }): ReactNode {
  return (
    <span role="alert">
      {wordsOf(state)}{' '}
      {state.trouble?.retryable && (
        <button type="button" className="button-text" onClick={onAgain}>
          {translate({ id: 'palimpsest.status.again', message: 'Try again' })}
        </button>
      )}
    </span>
  )
}

/** The page asks again by itself, so there is nothing to press. */
function Resumption({ state }: { readonly state: LessonState }): ReactNode {
  return (
    <output>
      {wordsOf(state)}{' '}
      {navigator.onLine
        ? translate({ id: 'palimpsest.status.resuming', message: 'The page is asking again.' })
        : translate({ id: 'palimpsest.status.awaiting-network', message: 'It goes on when the network is back.' })}
    </output>
  )
}

function Badge(): ReactNode {
  const { currentLocale } = useDocusaurusContext().i18n
  const answers = findProfile(browserStorage)?.answers ?? {}
  const profile = describeProfile(answers, currentLocale === 'ur' ? 'ur' : 'en')
  return (
    <span>
      {translate({ id: 'palimpsest.status.adapted', message: 'Adapted for you: {profile}.' }, { profile })}{' '}
      <Link to="/profile">{translate({ id: 'palimpsest.status.change', message: 'Change' })}</Link>
    </span>
  )
}

/** What else is to be known, smaller: how far the lesson is, and where it comes from. */
function Details({ state }: { readonly state: LessonState }): ReactNode {
  const { phase, model, from } = state
  const coming = phase !== 'done' && phase !== 'failed'
  return (
    <div className={styles.details}>
      {coming && <Progress state={state} />}
      {model?.demo && <span>{translate({ id: 'palimpsest.status.demo', message: 'Demo writer, no model' })}</span>}
      {from === 'this-device' && (
        <span>{translate({ id: 'palimpsest.status.this-device', message: 'Read from this device' })}</span>
      )}
    </div>
  )
}

function Progress({ state }: { readonly state: LessonState }): ReactNode {
  const { order, sections } = state
  const { settled, all } = countSections(state)
  const waiting = order.filter(({ id }) => sections[id]?.phase === 'waiting').length
  return (
    <>
      <span>
        {all === 0
          ? translate({ id: 'palimpsest.status.looking', message: 'Looking for your version…' })
          : translate({ id: 'palimpsest.status.progress', message: '{settled} of {all} sections' }, { settled, all })}
        {waiting > 0 &&
          translate(
            { id: 'palimpsest.status.waiting', message: ', {waiting} being written for another reader' },
            { waiting },
          )}
      </span>
      <progress
        className={styles.rule}
        aria-label={translate({ id: 'palimpsest.status.rule', message: 'Sections that are ready' })}
        max={Math.max(all, 1)}
        value={settled}
      />
    </>
  )
}
