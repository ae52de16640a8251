import { clsx } from 'clsx'
import { useId, type ReactNode } from 'react'
import {
  type Answers,
  getLanguage,
  isLanguage,
  localiseQuestion,
  type Question,
  type QuestionId,
} from '../../../../../lib/profile/index.ts'
import { readAnswer } from './read-answer.ts'
import styles from './questionnaire.module.css'

interface QuestionFieldProps {
  readonly question: Question
  readonly answer: Answers[QuestionId] | undefined
  readonly language: string
  readonly error?: string | undefined
  readonly onAnswer: (answer: Answers[QuestionId] | undefined) => void
}

/** The values that are pressed in a question whose answer this is. */
function pressedValues(answer: Answers[QuestionId] | undefined): string[] {
  if (answer === undefined) {
    return []
  }
  return Array.isArray(answer) ? answer : [String(answer)]
}

/** One question as a native group of radio buttons, or of checkboxes where several answers may hold. */
export default function QuestionField(props: QuestionFieldProps): ReactNode {
  const { answer, language, error, onAnswer } = props
  const question = localiseQuestion(props.question, language)
  const id = useId()
  const pressed = pressedValues(answer)
  const several = question.kind === 'some'
  const press = (value: string, on: boolean) => {
    const others = several ? pressed.filter((one) => one !== value) : []
    onAnswer(readAnswer(question, on ? [...others, value] : others))
  }
  return (
    <fieldset
      className={styles.question}
      lang={language}
      dir={getLanguage(language).direction}
      aria-describedby={clsx(`${id}-hint`, error && `${id}-error`)}
      aria-invalid={error ? true : undefined}
    >
      <legend className={styles.title} tabIndex={-1}>
        {question.title}
      </legend>
      <p id={`${id}-hint`} className={styles.hint}>
        {question.hint}
      </p>
      <div className={styles.choices}>
        {question.choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={question.id}
              value={choice.value}
              checked={pressed.includes(choice.value)}
              onChange={(event) => press(choice.value, event.currentTarget.checked)}
            />
            {isLanguage(choice.value) ? (
              <span lang={choice.value} data-native-name>
                {choice.label}
              </span>
            ) : (
              <span>{choice.label}</span>
            )}
          </label>
        ))}
      </div>
      <p id={`${id}-error`} className={styles.error} role="alert">
        {error}
      </p>
    </fieldset>
  )
}
