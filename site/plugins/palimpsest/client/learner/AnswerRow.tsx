import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../lib/learner/answers.ts'
import type { Question } from '../../../../../lib/learner/questionnaire.ts'
import { phrases } from '../questionnaire/phrases.ts'
import QuestionField from '../questionnaire/QuestionField.tsx'
import styles from '../questionnaire/questionnaire.module.css'
import { chosen } from './describe-profile.ts'

interface AnswerRowProps {
  readonly question: Question & { id: keyof Answers }
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
}

/** One answer in words; *Change* opens its question in place. */
export default function AnswerRow({ question, answers, onChange }: AnswerRowProps): ReactNode {
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState<Answers[keyof Answers] | undefined>(answers[question.id])
  const [missing, setMissing] = useState(false)
  const changeButton = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)

  useEffect(() => {
    if (wasOpen.current && !open) {
      changeButton.current?.focus()
    }
    wasOpen.current = open
  }, [open])

  const save = () => {
    setMissing(draft === undefined)
    if (draft !== undefined) {
      setOpen(false)
      onChange({ ...answers, [question.id]: draft })
    }
  }
  if (!open) {
    const labels = chosen(question, answers[question.id]).map((choice) => choice.label.en)
    return (
      <li className={styles.answer}>
        <div className={styles.row}>
          <span className={styles.asked}>{question.title.en}</span>
          <span className={styles.said}>{labels.join(', ')}</span>
          <button
            ref={changeButton}
            type="button"
            className={`button-text ${styles.change}`}
            aria-label={`Change: ${question.title.en}`}
            onClick={() => {
              setDraft(answers[question.id])
              setOpen(true)
            }}
          >
            Change
          </button>
        </div>
      </li>
    )
  }
  return (
    <li className={styles.answer}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <QuestionField
          question={question}
          answer={draft}
          language="en"
          error={missing ? phrases[question.kind === 'some' ? 'chooseSome' : 'chooseOne'].en : undefined}
          onAnswer={setDraft}
        />
        <div className={styles.actions}>
          <button type="submit" className="button-ink">
            Save
          </button>
          <button type="button" className="button-quiet" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </div>
      </form>
    </li>
  )
}
