import Link from '@docusaurus/Link'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answers, QuestionId } from '../../../../../lib/learner/answers.ts'
import { questionnaire } from '../../../../../lib/learner/questionnaire.ts'
import { describeProfile } from '../learner/describe-profile.ts'
import { phrases, questionOf } from './phrases.ts'
import QuestionField from './QuestionField.tsx'
import { useStep } from './use-step.ts'
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

/** The six questions, one at a time, in the language that the first answer chooses. */
export default function Questionnaire({ given, leave, busy, onFinish }: QuestionnaireProps): ReactNode {
  const [answers, setAnswers] = useState<Partial<Answers>>({ preferred_language: 'en', ...given })
  const [missing, setMissing] = useState(false)
  const unanswered = questionnaire.findIndex(({ id }) => !isAnswered(answers, id))
  const { step, goTo } = useStep(count, unanswered === -1 ? count - 1 : unanswered)
  const form = useRef<HTMLFormElement>(null)
  const arrived = useRef(step)
  const question = questionnaire[step] ?? questionnaire[0]
  const language = answers.preferred_language ?? 'en'

  useEffect(() => {
    if (arrived.current !== step) {
      arrived.current = step
      setMissing(false)
      form.current?.querySelector('legend')?.focus({ preventScroll: true })
      window.scrollTo({ top: 0 })
    }
  }, [step])

  const proceed = () => {
    if (!isAnswered(answers, question.id)) {
      setMissing(true)
      form.current?.querySelector('input')?.focus()
    } else if (step < count - 1) {
      goTo(step + 1)
    } else {
      onFinish(answers as Answers)
    }
  }
  const tooFew = phrases[question.kind === 'some' ? 'chooseSome' : 'chooseOne'][language]
  const soFar = describeProfile(answers, language)

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
      <div className={styles.progress} lang={language} dir={language === 'ur' ? 'rtl' : 'ltr'}>
        <span>{questionOf(step + 1, count, language)}</span>
        <span className={styles.marks} aria-hidden="true">
          {questionnaire.map(({ id }, index) => (
            <span key={id} data-reached={index <= step || undefined} />
          ))}
        </span>
      </div>
      <QuestionField
        key={question.id}
        question={question}
        answer={answers[question.id]}
        language={language}
        error={missing ? tooFew : undefined}
        onAnswer={(answer) => {
          setMissing(false)
          setAnswers({ ...answers, [question.id]: answer })
        }}
      />
      <div className={styles.actions} lang={language} dir={language === 'ur' ? 'rtl' : 'ltr'}>
        <button type="submit" className="button-ink" disabled={busy}>
          {busy ? phrases.sending[language] : phrases[step < count - 1 ? 'next' : 'finish'][language]}
        </button>
        {step > 0 && (
          <button type="button" className="button-quiet" onClick={() => goTo(step - 1)}>
            {phrases.back[language]}
          </button>
        )}
        <Link className={styles.later} to={leave}>
          {phrases.later[language]}
        </Link>
      </div>
      <p className={styles.soFar} lang={language} dir={language === 'ur' ? 'rtl' : 'ltr'}>
        {soFar && (
          <>
            <span>{phrases.soFar[language]}</span> {soFar}
          </>
        )}
      </p>
    </form>
  )
}
