import Link from '@docusaurus/Link'
import { useHistory, useLocation } from '@docusaurus/router'
import Translate, { translate } from '@docusaurus/Translate'
import facets from 'palimpsest-facets'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { problemMessage } from '../transport/messages.ts'
import type { Answers } from '../../../../../lib/profile/index.ts'
import { siteApi as api } from '../transport/site-api.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import '../controls/controls.css'
import '../controls/buttons.css'
import LanguageNotice from '../languages/LanguageNotice.tsx'
import { useMoveToLanguage } from '../languages/use-move-to-language.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import { describeProfile } from '../profile/describe-profile.ts'
import { getLearnerId } from '../profile/learner-id.ts'
import { parseReturnPath, withPersonalizedView } from './return-path.ts'
import { sendProfile } from '../profile/send-profile.ts'
import { useProfile } from '../profile/use-profile.ts'
import EnterCodeLink from '../transfer/EnterCodeLink.tsx'
import Questionnaire from '../questionnaire/Questionnaire.tsx'
import styles from '../questionnaire/questionnaire.module.css'

/** In the address of these pages when the answers were given on the pages of another language. */
const answered = '?answered'

type Phase = { at: 'asking' | 'sending' | 'done' } | { at: 'saved-here'; message: string }

interface OnboardingProps {
  /** The lesson offered to a reader who came from no lesson. */
  readonly firstLesson: string
}

/** The way in: six questions, saved on this device and sent to the server, then back to the lesson. */
export default function Onboarding({ firstLesson }: OnboardingProps): ReactNode {
  const history = useHistory()
  const { search, pathname } = useLocation()
  const moveTo = useMoveToLanguage()
  const { profile, saveProfile } = useProfile()
  const [phase, setPhase] = useState<Phase>({ at: search === answered ? 'done' : 'asking' })
  const origin = parseReturnPath(search)
  const onward = withPersonalizedView(origin ?? firstLesson)

  const locale = usePageLanguage().code
  const goOn = (answers: Answers) => {
    saveProfile({ answers, sent: true })
    const next = origin ? onward : pathname + answered
    if (moveTo(answers.preferred_language, next)) {
      return
    }
    setPhase({ at: 'done' })
    if (origin) {
      history.push(onward)
    }
  }
  const finish = async (answers: Answers) => {
    saveProfile({ answers, sent: false })
    setPhase({ at: 'sending' })
    try {
      await sendProfile(api, getLearnerId(browserStorage, window.crypto), answers)
      goOn(answers)
    } catch (error) {
      setPhase({ at: 'saved-here', message: problemMessage(error, locale) })
    }
  }

  if (profile === undefined) {
    return <div className={styles.blank} />
  }
  if (phase.at === 'done' && profile) {
    return <Done answers={profile.answers} onward={onward} />
  }
  if (phase.at === 'saved-here' && profile) {
    return (
      <SavedHere message={phase.message} leave={origin ?? firstLesson} onRetry={() => void finish(profile.answers)} />
    )
  }
  return (
    <>
      <Questionnaire
        given={profile?.answers ?? {}}
        leave={origin ?? '/'}
        busy={phase.at === 'sending'}
        onFinish={(answers) => void finish(answers)}
      />
      <EnterCodeLink replaces={profile !== null} onAdopted={goOn} />
    </>
  )
}

/** The outcome, under a heading that takes the focus. */
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
  const profile = (
    <Link to="/profile">
      <Translate id="palimpsest.questions.done.profile">your profile</Translate>
    </Link>
  )
  return (
    <>
      <LanguageNotice />
      <Outcome title={translate({ id: 'palimpsest.questions.done.title', message: 'You’re all set.' })}>
        <p>
          <Translate
            id="palimpsest.questions.done.text"
            values={{ answers: describeProfile(answers, facets), profile }}
          >
            {'Your lessons are adapted to your answers: {answers}. You can change them at any time on {profile}.'}
          </Translate>
        </p>
        <Link className="button-primary" to={onward}>
          <Translate id="palimpsest.openFirstLesson">Open the first lesson</Translate>
        </Link>
      </Outcome>
    </>
  )
}

interface SavedHereProps {
  readonly message: string
  readonly leave: string
  readonly onRetry: () => void
}

function SavedHere({ message, leave, onRetry }: SavedHereProps): ReactNode {
  const personalized = (
    <em>
      <Translate id="palimpsest.view.personalized">Personalized</Translate>
    </em>
  )
  return (
    <Outcome
      title={translate({ id: 'palimpsest.questions.saved.title', message: 'Your answers are saved on this device.' })}
    >
      <p>
        <Translate id="palimpsest.questions.saved.text" values={{ problem: message, personalized }}>
          {
            'The server has not received them yet. {problem} They will be sent when you next press {personalized}. Until then, you can read the original lessons.'
          }
        </Translate>
      </p>
      <div className={styles.actions}>
        <button type="button" className="button-primary" onClick={onRetry}>
          <Translate id="palimpsest.status.again">Try again</Translate>
        </button>
        <Link className="button-quiet" to={leave}>
          <Translate id="palimpsest.questions.saved.original">Read the original</Translate>
        </Link>
      </div>
    </Outcome>
  )
}
