import Link from '@docusaurus/Link'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { browserStorage } from '../browser-storage.ts'
import { describeProfile } from '../learner/describe-profile.ts'
import { findProfile } from '../learner/stored-profile.ts'
import { announce } from './announce.ts'
import type { LessonState } from './lesson-state.ts'
import type { PersonalLesson } from './personal-lesson.ts'
import { countSections } from './sum-up.ts'
import { troubleInWords } from './trouble-in-words.ts'
import { useLessonState } from './use-lesson-state.ts'
import styles from './lesson.module.css'

/** The badge with the profile in words, how far the lesson is, and what went wrong. */
export default function Status({ lesson }: { readonly lesson: PersonalLesson }): ReactNode {
  const state = useLessonState(lesson)
  return (
    <>
      {state.phase === 'failed' ? (
        <span role="alert">
          {troubleInWords(state.trouble, countSections(state).settled)}{' '}
          {state.trouble?.retryable && (
            <button type="button" className="button-text" onClick={() => lesson.ask()}>
              Try again
            </button>
          )}
        </span>
      ) : (
        <Badge />
      )}
      <Changed lesson={lesson} state={state} />
      <Progress state={state} />
      <Announcer state={state} />
    </>
  )
}

function Badge(): ReactNode {
  const words = describeProfile(findProfile(browserStorage)?.answers ?? {})
  return (
    <span>
      Adapted for you: {words}. <Link to="/profile">Change</Link>
    </span>
  )
}

function Changed({ lesson, state }: { readonly lesson: PersonalLesson; readonly state: LessonState }): ReactNode {
  const { length } = state.changed
  return length === 0 ? null : (
    <span>
      The author has changed {length === 1 ? 'a section' : `${length} sections`} since this was written for you.{' '}
      <button type="button" className="button-text" onClick={() => lesson.update()}>
        {length === 1 ? 'Update the changed section' : 'Update the changed sections'}
      </button>
    </span>
  )
}

function Progress({ state }: { readonly state: LessonState }): ReactNode {
  const { settled, all } = countSections(state)
  if (state.phase === 'done' || (state.phase === 'failed' && settled === 0)) {
    return null
  }
  return (
    <span className={styles.progress}>{all === 0 ? 'Looking for your version…' : `${settled} of ${all} sections`}</span>
  )
}

function Announcer({ state }: { readonly state: LessonState }): ReactNode {
  const before = useRef(state)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const news = announce(before.current, state)
    before.current = state
    if (news !== undefined) {
      setSaid(news)
    }
  }, [state])
  return <output className="visually-hidden">{said}</output>
}
