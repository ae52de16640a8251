import Link from '@docusaurus/Link'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import { questionnaire } from '../../../../../lib/learner/questionnaire.ts'
import { ApiProblem } from '../calls/call-api.ts'
import { useApi } from '../calls/use-api.ts'
import { browserStorage } from '../browser-storage.ts'
import '../controls/controls.css'
import { dropPages } from '../kept/keep-page.ts'
import { dropKeptLessons } from '../kept/kept-lessons.ts'
import styles from '../questionnaire/questionnaire.module.css'
import AnswerRow from './AnswerRow.tsx'
import { clearVersions } from './clear-versions.ts'
import { forgetLearner } from './forget-learner.ts'
import PressTwice from './PressTwice.tsx'
import { saveAnswers } from './save-answers.ts'
import { useProfile } from './use-profile.ts'

interface Notice {
  readonly tone: 'done' | 'problem'
  readonly text: string
}

const kept = { storage: browserStorage, dropLessons: dropKeptLessons }

const sayProblem = (error: unknown): string =>
  error instanceof ApiProblem ? error.message : 'Something went wrong on this page.'

/** What the reader said, and what can be changed, cleared and forgotten. */
export default function Profile(): ReactNode {
  const api = useApi()
  const { profile, keepProfile, dropProfile } = useProfile()
  const [notice, setNotice] = useState<Notice>()

  const change = async (answers: Answers) => {
    if (!profile) {
      return
    }
    keepProfile({ answers, sent: false })
    try {
      await saveAnswers({ api, storage: browserStorage, randomness: window.crypto }, profile, answers)
      keepProfile({ answers, sent: true })
      setNotice({ tone: 'done', text: 'Kept. Lessons you open from now on follow it.' })
    } catch (error) {
      setNotice({
        tone: 'problem',
        text: `Kept on this device only: ${sayProblem(error)} It will be sent again later.`,
      })
    }
  }
  const clear = async () => {
    try {
      setNotice({ tone: 'done', text: await clearVersions({ ...kept, api }) })
    } catch (error) {
      setNotice({ tone: 'problem', text: `Nothing was cleared: ${sayProblem(error)}` })
    }
  }
  const forget = async () => {
    await forgetLearner({ ...kept, dropPages })
    dropProfile()
    setNotice({ tone: 'done', text: 'Forgotten: nothing about you is kept on this device any more.' })
  }

  if (profile === undefined) {
    return <div className={styles.blank} />
  }
  return (
    <>
      {profile ? (
        <ul className={styles.answers}>
          {questionnaire.map((question) => (
            <AnswerRow
              key={question.id}
              question={question}
              answers={profile.answers}
              onChange={(next) => void change(next)}
            />
          ))}
        </ul>
      ) : (
        <Invitation />
      )}
      <output className={styles.notice} data-tone={notice?.tone}>
        {notice?.text}
      </output>
      {profile && <Household onClear={() => void clear()} onForget={() => void forget()} />}
    </>
  )
}

function Invitation(): ReactNode {
  return (
    <div className={styles.outcome}>
      <p>There is no profile on this device yet. Six questions make one: no account, no name, under two minutes.</p>
      <Link className="button-ink" to="/onboarding">
        Answer six questions
      </Link>
    </div>
  )
}

function Household({ onClear, onForget }: { onClear: () => void; onForget: () => void }): ReactNode {
  return (
    <div className={styles.household}>
      <section>
        <h2>Clear my personalized versions</h2>
        <p>Each lesson will be written differently the next time you open it. Other readers lose nothing.</p>
        <PressTwice label="Clear my versions" confirmation="Press again to clear them" onConfirm={onClear} />
      </section>
      <section>
        <h2>Forget me on this device</h2>
        <p>
          Removes your answers and your anonymous number from this browser. The lessons stay as the author wrote them.
        </p>
        <PressTwice label="Forget me" confirmation="Press again to forget everything" onConfirm={onForget} />
      </section>
    </div>
  )
}
