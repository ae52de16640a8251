import { type QuestionId, questionnaire } from '../../lib/profile/index.ts'

/** What each of the six answers says: the question that it answers. */
export const answerWords = Object.fromEntries(
  questionnaire.map(({ id, title }) => [id, `The answer to: ${title}`]),
) as Record<QuestionId, string>
