import Link from '@docusaurus/Link'
import { useLocation } from '@docusaurus/router'
import Translate, { translate } from '@docusaurus/Translate'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { problemMessage } from '../transport/messages.ts'
import { type Answers, type QuestionId, questionnaire } from '../../../../../lib/profile/index.ts'
import { siteApi as api } from '../transport/site-api.ts'
import { browserStorage } from '../storage/browser-storage.ts'
import { clearStorage } from '../storage/clear-storage.ts'
import '../controls/controls.css'
import '../controls/buttons.css'
import { browserDevice } from '../browser/device.ts'
import { dropPages } from '../offline/save-page.ts'
import { dropSavedLessons, dropLessonDatabase } from '../offline/saved-lessons.ts'
import LanguageNotice from '../languages/LanguageNotice.tsx'
import { useMoveToLanguage } from '../languages/use-move-to-language.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import styles from '../questionnaire/questionnaire.module.css'
import EnterCodeLink from '../transfer/EnterCodeLink.tsx'
import { useNewerAnswers } from '../transfer/use-newer-answers.ts'
import AnswerRow from './AnswerRow.tsx'
import { clearVersions } from '../profile/clear-versions.ts'
import Confirmation, { type Notice } from './Confirmation.tsx'
import { downloadData } from '../profile/download-data.ts'
import { forgetLearner } from '../profile/forget-learner.ts'
import ProfileActions, { type ProfileAction } from './ProfileActions.tsx'
import { getLearnerId } from '../profile/learner-id.ts'
import { saveAnswers } from '../profile/save-answers.ts'
import { findProfile, type StoredProfile } from '../profile/stored-profile.ts'
import { useClearedMessage } from './messages.ts'
import { useProfile } from '../profile/use-profile.ts'

/** Where a notice is shown; `page` is for the whole page. */
type Place = QuestionId | ProfileAction | 'page'
type Say = (notice: Notice<Place>) => void

const stored = { storage: browserStorage, dropLessons: dropSavedLessons }
const drops = [clearStorage, dropLessonDatabase, dropPages]

const savedText = () =>
  translate({ id: 'palimpsest.profile.saved', message: 'Saved. Your lessons use this from now on.' })
const savedHereText = (error: unknown, locale: string) =>
  translate(
    {
      id: 'palimpsest.profile.savedHere',
      message: 'Saved on this device. {problem} It will be sent when the server is reachable.',
    },
    { problem: problemMessage(error, locale) },
  )
const notClearedText = (error: unknown, locale: string) =>
  translate(
    { id: 'palimpsest.profile.notCleared', message: 'Nothing was cleared: {problem}' },
    { problem: problemMessage(error, locale) },
  )
const downloadedText = () =>
  translate({ id: 'palimpsest.profile.export.done', message: 'Downloaded as palimpsest.json.' })
const notDownloadedText = (error: unknown, locale: string) =>
  translate(
    { id: 'palimpsest.profile.export.failed', message: 'Nothing was downloaded: {problem}' },
    { problem: problemMessage(error, locale) },
  )
const forgottenText = () =>
  translate({
    id: 'palimpsest.profile.forgotten',
    message: 'Forgotten. Nothing about you is stored any more, neither on this device nor on the server.',
  })
const adoptedText = () =>
  translate({
    id: 'palimpsest.transfer.done',
    message: 'Your profile is on this device now.',
  })
const forgottenHereText = () =>
  translate({
    id: 'palimpsest.profile.forgottenHere',
    message:
      'Forgotten on this device. The server did not answer: what it has under your random number, without a name, is deleted after long disuse.',
  })

/** The reader's answers, and how to change, clear and forget them. */
export default function Profile(): ReactNode {
  const { profile, saveProfile, lookAgain } = useProfile()
  const [notice, say] = useState<Notice<Place>>()
  const { pathname } = useLocation()
  const moveTo = useMoveToLanguage()
  useNewerAnswers(useCallback((answers) => saveProfile({ answers, sent: true }), [saveProfile]))
  const change = useChange({ profile, saveProfile, say })
  const act = useProfileActions(say, lookAgain)
  const showAdopted = (answers: Answers) => {
    saveProfile({ answers, sent: true })
    say({ at: 'page', tone: 'done', text: adoptedText() })
    moveTo(answers.preferred_language, pathname)
  }

  if (profile === undefined) {
    return <div className={styles.blank} />
  }
  return (
    <>
      <LanguageNotice />
      {profile ? (
        <AnswerList answers={profile.answers} notice={notice} onChange={(next, at) => void change(next, at)} />
      ) : (
        <Invitation />
      )}
      <Confirmation at="page" notice={notice} />
      <EnterCodeLink replaces={profile !== null} onAdopted={showAdopted} />
      {profile && <ProfileActions notice={notice} onAct={(action) => void act[action]()} />}
    </>
  )
}

interface ChangeProps {
  readonly profile: StoredProfile | null | undefined
  readonly saveProfile: (profile: StoredProfile) => void
  readonly say: Say
}

/** Stores changed answers here and sends them, again when the network is back; says so beside the answer. */
function useChange({ profile, saveProfile, say }: ChangeProps): (answers: Answers, at: Place) => Promise<void> {
  const { pathname } = useLocation()
  const moveTo = useMoveToLanguage()
  const locale = usePageLanguage().code
  const [unsent, setUnsent] = useState<Place>('page')
  const change = useCallback(
    async (answers: Answers, at: Place) => {
      if (!profile) {
        return
      }
      saveProfile({ answers, sent: false })
      setUnsent(at)
      try {
        await saveAnswers({ api, storage: browserStorage, randomness: window.crypto }, profile, answers)
        if (!findProfile(browserStorage)) {
          // Another tab has made this device forget the learner meanwhile.
          return
        }
        saveProfile({ answers, sent: true })
        say({ at, tone: 'done', text: savedText() })
        if (answers.preferred_language !== profile.answers.preferred_language) {
          moveTo(answers.preferred_language, pathname)
        }
      } catch (error) {
        say({ at, tone: 'problem', text: savedHereText(error, locale) })
      }
    },
    [profile, saveProfile, say, moveTo, pathname, locale],
  )
  const waiting = profile?.sent === false ? profile.answers : undefined
  useEffect(
    () => (waiting ? browserDevice.onOnline(() => void change(waiting, unsent)) : undefined),
    [waiting, change, unsent],
  )
  return change
}

/** What is done with the profile as a whole, each with what it says of its outcome. */
function useProfileActions(say: Say, lookAgain: () => void): Record<ProfileAction, () => Promise<void>> {
  const locale = usePageLanguage().code
  const clearedMessage = useClearedMessage()
  return {
    async clear() {
      try {
        say({ at: 'clear', tone: 'done', text: clearedMessage(await clearVersions({ ...stored, api })) })
      } catch (error) {
        say({ at: 'clear', tone: 'problem', text: notClearedText(error, locale) })
      }
    },
    async export() {
      try {
        await downloadData(api, getLearnerId(browserStorage, window.crypto))
        say({ at: 'export', tone: 'done', text: downloadedText() })
      } catch (error) {
        say({ at: 'export', tone: 'problem', text: notDownloadedText(error, locale) })
      }
    },
    async forget() {
      const erased = await forgetLearner({ api, storage: browserStorage, drops })
      lookAgain()
      say(
        erased
          ? { at: 'page', tone: 'done', text: forgottenText() }
          : { at: 'page', tone: 'problem', text: forgottenHereText() },
      )
    },
  }
}

interface AnswerListProps {
  readonly answers: Answers
  readonly notice: Notice<Place> | undefined
  readonly onChange: (answers: Answers, at: QuestionId) => void
}

function AnswerList({ answers, notice, onChange }: AnswerListProps): ReactNode {
  return (
    <>
      <p>
        <Translate id="palimpsest.profile.adapted">Your lessons are adapted to these answers.</Translate>
      </p>
      <ul className={styles.answers}>
        {questionnaire.map((question) => (
          <AnswerRow
            key={question.id}
            question={question}
            answers={answers}
            onChange={(changed) => onChange(changed, question.id)}
          >
            <Confirmation at={question.id} notice={notice} />
          </AnswerRow>
        ))}
      </ul>
    </>
  )
}

function Invitation(): ReactNode {
  return (
    <div className={styles.outcome}>
      <p>
        <Translate id="palimpsest.profile.none">
          There is no profile on this device yet. Answer six questions to create one; it takes less than two minutes.
        </Translate>
      </p>
      <Link className="button-primary" to="/onboarding">
        <Translate id="palimpsest.answerSixQuestions">Answer six questions</Translate>
      </Link>
    </div>
  )
}
