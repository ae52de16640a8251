import Link from '@docusaurus/Link'
import { useHistory, useLocation } from '@docusaurus/router'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import { ApiProblem } from '../calls/call-api.ts'
import { useApi } from '../calls/use-api.ts'
import { browserStorage } from '../browser-storage.ts'
import '../controls/controls.css'
import { describeProfile } from '../learner/describe-profile.ts'
import { getLearnerId } from '../learner/learner-id.ts'
import { parseReturnPath, withPersonalizedView } from '../learner/return-path.ts'
import { sendProfile } from '../learner/send-profile.ts'
import { useProfile } from '../learner/use-profile.ts'
import Questionnaire from './Questionnaire.tsx'
import styles from './questionnaire.module.css'

type Phase = { at: 'asking' | 'sending' | 'done' } | { at: 'kept-here'; message: string }

interface OnboardingProps {
  /** The lesson offered to a reader who came from no lesson. */
  readonly firstLesson: string
}

/** The way in: six questions, kept on this device and sent to the server, then back to the lesson. */
export default function Onboarding({ firstLesson }: OnboardingProps): ReactNode {
  const api = useApi()
  const history = useHistory()
  const { search } = useLocation()
  const { profile, keepProfile } = useProfile()
  const [phase, setPhase] = useState<Phase>({ at: 'asking' })
  const origin = parseReturnPath(search)
  const onward = withPersonalizedView(origin ?? firstLesson)

  const finish = async (answers: Answers) => {
    keepProfile({ answers, sent: false })
    setPhase({ at: 'sending' })
    try {
      await sendProfile(api, getLearnerId(browserStorage, window.crypto), answers)
      keepProfile({ answers, sent: true })
      setPhase({ at: 'done' })
      if (origin) {
        history.push(onward)
      }
    } catch (error) {
      setPhase({ at: 'kept-here', message: error instanceof ApiProblem ? error.message : 'Something went wrong here.' })
    }
  }

  if (profile === undefined) {
    return <div className={styles.blank} />
  }
  if (phase.at === 'done' && profile) {
    return <Done answers={profile.answers} onward={onward} />
  }
  if (phase.at === 'kept-here' && profile) {
    return (
      <KeptHere message={phase.message} leave={origin ?? firstLesson} onRetry={() => void finish(profile.answers)} />
    )
  }
  return (
    <Questionnaire
      given={profile?.answers ?? {}}
      leave={origin ?? '/'}
      busy={phase.at === 'sending'}
      onFinish={(answers) => void finish(answers)}
    />
  )
}

/** What came of it, under a heading that takes the focus. */
function Outcome({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.outcome}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </div>
  )
}

function Done({ answers, onward }: { readonly answers: Answers; readonly onward: string }): ReactNode {
  return (
    <Outcome title="That is all.">
      <p>
        Lessons will be adapted for you: {describeProfile(answers)}. You can change any answer on{' '}
        <Link to="/profile">your profile</Link>.
      </p>
      <Link className="button-ink" to={onward}>
        Open the first lesson
      </Link>
    </Outcome>
  )
}

interface KeptHereProps {
  readonly message: string
  readonly leave: string
  readonly onRetry: () => void
}

function KeptHere({ message, leave, onRetry }: KeptHereProps): ReactNode {
  return (
    <Outcome title="Your answers are kept on this device.">
      <p>
        They did not reach the server: {message} They will be sent again when you next press <em>Personalized</em>. The
        original lessons are all there meanwhile.
      </p>
      <div className={styles.actions}>
        <button type="button" className="button-ink" onClick={onRetry}>
          Try again
        </button>
        <Link className="button-quiet" to={leave}>
          Read the original
        </Link>
      </div>
    </Outcome>
  )
}
