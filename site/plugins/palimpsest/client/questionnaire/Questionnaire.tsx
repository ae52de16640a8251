import { useHistory, useLocation } from '@docusaurus/router'
import Link from '@docusaurus/Link'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { type Answers, getLanguage, type QuestionId, questionnaire } from '../../../../../lib/profile/index.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import { describeProfile } from '../profile/describe-profile.ts'
import { facetWordsIn } from '../profile/facet-words.ts'
import { missingAnswer, phraseIn, questionOf } from './phrases.ts'
import QuestionField from './QuestionField.tsx'
import styles from './questionnaire.module.css'

interface QuestionnaireProps {
  /** Answers given before, or none. */
  readonly given: Partial<Answers>
  /** Where *Not now* leads. */
  readonly leave: string
  readonly busy: boolean
  readonly onFinish: (answers: Answers) => void
}

const count = questionnaire.length
const isAnswered = (answers: Partial<Answers>, id: QuestionId) => answers[id] !== undefined

/** After each step the new question has the focus, so that a screen reader reads it out. */
function useFocusOnStep(form: RefObject<HTMLFormElement | null>, step: number): void {
  const shown = useRef(step)
  useEffect(() => {
    if (shown.current !== step) {
      shown.current = step
      form.current?.querySelector('legend')?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
  }, [form, step])
}

/** The six questions, one at a time, in the language that the first answer chooses. */
export default function Questionnaire({ given, leave, busy, onFinish }: QuestionnaireProps): ReactNode {
  const { code } = usePageLanguage()
  const [answers, setAnswers] = useState<Partial<Answers>>({ preferred_language: code, ...given })
  const [missing, setMissing] = useState<QuestionId>()
  const unanswered = questionnaire.findIndex(({ id }) => !isAnswered(answers, id))
  const { step, goTo } = useStep(unanswered === -1 ? count - 1 : unanswered)
  const form = useRef<HTMLFormElement>(null)
  const question = questionnaire[step] ?? questionnaire[0]
  const language = answers.preferred_language ?? code
  useFocusOnStep(form, step)

  const proceed = () => {
    if (!isAnswered(answers, question.id)) {
      setMissing(question.id)
      form.current?.querySelector('input')?.focus()
    } else if (step < count - 1) {
      goTo(step + 1)
    } else {
      onFinish(answers as Answers)
    }
  }
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        proceed()
      }}
    >
      <Progress step={step} language={language} />
      <QuestionField
        key={question.id}
        question={question}
        answer={answers[question.id]}
        language={language}
        error={missing === question.id ? missingAnswer(question, language) : undefined}
        onAnswer={(answer) => {
          setMissing(undefined)
          setAnswers({ ...answers, [question.id]: answer })
        }}
      />
      <Actions step={step} language={language} leave={leave} busy={busy} onBack={() => goTo(step - 1)} />
      <SoFar answers={answers} language={language} />
    </form>
  )
}

interface Spoken {
  readonly language: string
}

const direction = (language: string) => getLanguage(language).direction

function Progress({ step, language }: Spoken & { readonly step: number }): ReactNode {
  return (
    <div className={styles.progress} lang={language} dir={direction(language)}>
      <span>{questionOf(step + 1, count, language)}</span>
      <span className={styles.marks} aria-hidden="true">
        {questionnaire.map(({ id }, index) => (
          <span key={id} data-reached={index <= step || undefined} />
        ))}
      </span>
    </div>
  )
}

interface ActionsProps extends Spoken {
  readonly step: number
  readonly leave: string
  readonly busy: boolean
  readonly onBack: () => void
}

function Actions({ step, language, leave, busy, onBack }: ActionsProps): ReactNode {
  const forward = phraseIn(language, step < count - 1 ? 'next' : 'finish')
  return (
    <div className={styles.actions} lang={language} dir={direction(language)}>
      <button type="submit" className="button-primary" disabled={busy}>
        {busy ? phraseIn(language, 'sending') : forward}
      </button>
      {step > 0 && (
        <button type="button" className="button-quiet" onClick={onBack}>
          {phraseIn(language, 'back')}
        </button>
      )}
      <Link className={styles.later} to={leave}>
        {phraseIn(language, 'later')}
      </Link>
    </div>
  )
}

function SoFar({ answers, language }: Spoken & { readonly answers: Partial<Answers> }): ReactNode {
  const words = describeProfile(answers, facetWordsIn(language))
  return (
    <p className={styles.soFar} lang={language} dir={direction(language)}>
      {words && (
        <>
          <span>{phraseIn(language, 'soFar')}</span> {words}
        </>
      )}
    </p>
  )
}

const prefix = '#question-'

/** Which question is shown: in the address, so that the browser's own Back goes one question back. */
function useStep(firstUnanswered: number): { step: number; goTo: (step: number) => void } {
  const history = useHistory()
  const location = useLocation()
  const named = location.hash.startsWith(prefix) ? Number(location.hash.slice(prefix.length)) - 1 : 0
  const step = Number.isInteger(named) ? Math.max(0, Math.min(named, count - 1, firstUnanswered)) : 0
  return { step, goTo: (next) => history.push({ ...location, hash: `${prefix}${next + 1}` }) }
}
