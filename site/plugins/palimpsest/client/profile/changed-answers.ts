import { type Answers, type QuestionId, questionnaire } from '../../../../../lib/profile/index.ts'

function sameAnswer(one: Answers[QuestionId], other: Answers[QuestionId]): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value) => other.includes(value))
  }
  return one === other
}

/** The answers of `after` that differ from `before`: all that a change has to send. */
export function changedAnswers(before: Answers, after: Answers): Partial<Answers> {
  const changed = questionnaire.filter(({ id }) => !sameAnswer(before[id], after[id]))
  return Object.fromEntries(changed.map(({ id }) => [id, after[id]]))
}
