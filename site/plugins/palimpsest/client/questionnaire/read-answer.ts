import type { Answers, Question, QuestionId } from '../../../../../lib/profile/index.ts'

/** The answer that the pressed values of one question mean, or undefined while there is none. */
export function readAnswer(question: Question, values: readonly string[]): Answers[QuestionId] | undefined {
  const known = question.choices.map((choice) => choice.value).filter((value) => values.includes(value))
  const [first] = known
  if (first === undefined) {
    return undefined
  }
  switch (question.kind) {
    case 'yes-no':
      return first === 'true'
    case 'some':
      return known as Answers['learning_goals']
    case 'one':
      return first as Answers['education_level']
  }
}
