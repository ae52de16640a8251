import Link from '@docusaurus/Link'
import { useLocation } from '@docusaurus/router'
import Translate, { translate } from '@docusaurus/Translate'
import { useCallback, useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import { questionnaire } from '../../../../../lib/learner/questionnaire.ts'
import { problemInWords } from '../calls/problem-in-words.ts'
import type { Api } from '../calls/call-api.ts'
import { siteApi as api } from '../calls/site-api.ts'
import { browserStorage } from '../browser-storage.ts'
import '../controls/controls.css'
import '../buttons.css'
import { dropPages } from '../kept/keep-page.ts'
import { dropKeptLessons } from '../kept/kept-lessons.ts'
import LanguageNotice from '../languages/LanguageNotice.tsx'
import { useMoveToLanguage } from '../languages/use-move-to-language.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import styles from '../questionnaire/questionnaire.module.css'
import CodeDoor from '../transfer/CodeDoor.tsx'
import { useNewerAnswers } from '../transfer/use-newer-answers.ts'
import AnswerRow from './AnswerRow.tsx'
import { clearVersions } from './clear-versions.ts'
import { forgetLearner } from './forget-learner.ts'
import Household from './Household.tsx'
import { findLearnerId } from './learner-id.ts'
import { saveAnswers } from './save-answers.ts'
import { useClearedInWords } from './use-cleared-in-words.ts'
import { useProfile } from './use-profile.ts'

interface Notice {
  readonly tone: 'done' | 'problem'
  readonly text: string
}

const kept = { storage: browserStorage, dropLessons: dropKeptLessons }

const keptText = () =>
  translate({ id: 'palimpsest.profile.kept', message: 'Kept. Lessons you open from now on follow it.' })
const keptHereText = (error: unknown, locale: string) =>
  translate(
    {
      id: 'palimpsest.profile.keptHere',
      message: 'Kept on this device only: {problem} It will be sent again later.',
    },
    { problem: problemInWords(error, locale) },
  )
const notClearedText = (error: unknown, locale: string) =>
  translate(
    { id: 'palimpsest.profile.notCleared', message: 'Nothing was cleared: {problem}' },
    { problem: problemInWords(error, locale) },
  )
const forgottenText = () =>
  translate({
    id: 'palimpsest.profile.forgotten',
    message: 'Forgotten: nothing about you is kept any more, neither on this device nor on the server.',
  })
const takenText = () =>
  translate({
    id: 'palimpsest.transfer.taken',
    message: 'Taken over: this browser and the other one are the same reader now.',
  })
const forgottenHereText = () =>
  translate({
    id: 'palimpsest.profile.forgottenHere',
    message: 'Forgotten on this device. The server did not answer; what it still keeps has no name on it.',
  })

/** What the reader said, and what can be changed, cleared and forgotten. */
export default function Profile(): ReactNode {
  const { profile, keepProfile, dropProfile } = useProfile()
  const [notice, setNotice] = useState<Notice>()
  const { pathname } = useLocation()
  const moveTo = useMoveToLanguage()
  const locale = usePageLanguage().code
  const clearedInWords = useClearedInWords()
  useNewerAnswers(useCallback((answers) => keepProfile({ answers, sent: true }), [keepProfile]))

  const change = async (answers: Answers) => {
    if (!profile) {
      return
    }
    keepProfile({ answers, sent: false })
    try {
      await saveAnswers({ api, storage: browserStorage, randomness: window.crypto }, profile, answers)
      keepProfile({ answers, sent: true })
      setNotice({ tone: 'done', text: keptText() })
      if (answers.preferred_language !== profile.answers.preferred_language) {
        moveTo(answers.preferred_language, pathname)
      }
    } catch (error) {
      setNotice({ tone: 'problem', text: keptHereText(error, locale) })
    }
  }
  const clear = async () => {
    try {
      setNotice({ tone: 'done', text: clearedInWords(await clearVersions({ ...kept, api })) })
    } catch (error) {
      setNotice({ tone: 'problem', text: notClearedText(error, locale) })
    }
  }
  const showTaken = (answers: Answers) => {
    keepProfile({ answers, sent: true })
    setNotice({ tone: 'done', text: takenText() })
    moveTo(answers.preferred_language, pathname)
  }
  const forget = async () => {
    const erased = await forgetLearner({ ...kept, api, dropPages })
    dropProfile()
    setNotice(erased ? { tone: 'done', text: forgottenText() } : { tone: 'problem', text: forgottenHereText() })
  }

  if (profile === undefined) {
    return <div className={styles.blank} />
  }
  return (
    <>
      <LanguageNotice />
      {profile ? <AnswerList answers={profile.answers} onChange={(next) => void change(next)} /> : <Invitation />}
      <output className={styles.notice} data-tone={notice?.tone}>
        {notice?.text}
      </output>
      <CodeDoor replaces={profile !== null} onTaken={showTaken} />
      {profile && (
        <Household exportUrl={findExportUrl(api)} onClear={() => void clear()} onForget={() => void forget()} />
      )}
    </>
  )
}

interface AnswerListProps {
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
}

function AnswerList({ answers, onChange }: AnswerListProps): ReactNode {
  return (
    <ul className={styles.answers}>
      {questionnaire.map((question) => (
        <AnswerRow key={question.id} question={question} answers={answers} onChange={onChange} />
      ))}
    </ul>
  )
}

function Invitation(): ReactNode {
  return (
    <div className={styles.outcome}>
      <p>
        <Translate id="palimpsest.profile.none">
          There is no profile on this device yet. Six questions make one: no account, no name, under two minutes.
        </Translate>
      </p>
      <Link className="button-ink" to="/onboarding">
        <Translate id="palimpsest.answerSixQuestions">Answer six questions</Translate>
      </Link>
    </div>
  )
}

/** Where all that the server keeps can be had; undefined while it keeps nothing. */
function findExportUrl({ base }: Api): string | undefined {
  const learner = findLearnerId(browserStorage)
  return learner && `${base}/api/user/${learner}/export`
}
