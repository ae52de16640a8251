import type { QuestionId } from '../../lib/learner/answers.ts'
import { questionnaire } from '../../lib/learner/questionnaire.ts'

/** What each of the six answers says: the question that it answers. */
export const answerWords = Object.fromEntries(
  questionnaire.map(({ id, title }) => [id, `The answer to: ${title}`]),
) as Record<QuestionId, string>
