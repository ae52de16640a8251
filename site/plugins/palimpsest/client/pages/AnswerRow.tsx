import Translate, { translate } from '@docusaurus/Translate'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { type Answers, localiseQuestion, type Question } from '../../../../../lib/profile/index.ts'
import { usePageLanguage } from '../languages/use-page-language.ts'
import { missingAnswer } from '../questionnaire/phrases.ts'
import QuestionField from '../questionnaire/QuestionField.tsx'
import styles from '../questionnaire/questionnaire.module.css'
import { chosen } from '../profile/describe-profile.ts'

interface AnswerRowProps {
  readonly question: Question & { id: keyof Answers }
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
  /** The outcome of the last change, shown under it. */
  readonly children: ReactNode
}

/** One answer in words; *Change* opens its question in place. */
export default function AnswerRow({ children, ...row }: AnswerRowProps): ReactNode {
  return (
    <li className={styles.answer}>
      <Answer {...row} />
      {children}
    </li>
  )
}

function Answer({ question, answers, onChange }: Omit<AnswerRowProps, 'children'>): ReactNode {
  const [open, setOpen] = useState(false)
  const [touched, setTouched] = useState(false)
  const answer = answers[question.id]
  if (!open) {
    const show = () => {
      setOpen(true)
      setTouched(true)
    }
    return <AnswerShown question={question} answer={answer} takesFocus={touched} onChange={show} />
  }
  return (
    <AnswerForm
      question={question}
      answer={answer}
      onCancel={() => setOpen(false)}
      onSave={(saved) => {
        setOpen(false)
        onChange({ ...answers, [question.id]: saved })
      }}
    />
  )
}

type AnswerValue = Answers[keyof Answers]

interface AnswerShownProps {
  readonly question: Question
  readonly answer: AnswerValue
  /** The form in this place has just closed. */
  readonly takesFocus: boolean
  readonly onChange: () => void
}

function AnswerShown({ question, answer, takesFocus, onChange }: AnswerShownProps): ReactNode {
  const language = usePageLanguage()
  const { title, ...asked } = localiseQuestion(question, language.code)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) {
      button.current?.focus()
    }
  }, [takesFocus])
  const labels = chosen(asked, answer).map((choice) => choice.label)
  return (
    <div className={styles.row}>
      <span className={styles.asked}>{title}</span>
      <span className={styles.said}>{labels.join(language.comma)}</span>
      <button
        ref={button}
        type="button"
        className={`button-text ${styles.change}`}
        aria-label={translate(
          { id: 'palimpsest.profile.changeQuestion', message: 'Change: {question}' },
          { question: title },
        )}
        onClick={onChange}
      >
        <Translate id="palimpsest.change">Change</Translate>
      </button>
    </div>
  )
}

interface AnswerFormProps {
  readonly question: Question
  readonly answer: AnswerValue
  readonly onSave: (answer: AnswerValue) => void
  readonly onCancel: () => void
}

function AnswerForm({ question, answer, onSave, onCancel }: AnswerFormProps): ReactNode {
  const { code } = usePageLanguage()
  const [draft, setDraft] = useState<AnswerValue | undefined>(answer)
  const [missing, setMissing] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus(), [])
  const save = () => {
    setMissing(draft === undefined)
    if (draft !== undefined) {
      onSave(draft)
    }
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <QuestionField
        question={question}
        answer={draft}
        language={code}
        error={missing ? missingAnswer(question, code) : undefined}
        onAnswer={setDraft}
      />
      <div className={styles.actions}>
        <button type="submit" className="button-primary">
          <Translate id="palimpsest.profile.save">Save</Translate>
        </button>
        <button type="button" className="button-quiet" onClick={onCancel}>
          <Translate id="palimpsest.profile.cancel">Cancel</Translate>
        </button>
      </div>
    </form>
  )
}
