import { type QuestionId, questionnaire } from '../../lib/profile/index.ts'

/** The description of each of the six answers: its question. */
export const answerWords = Object.fromEntries(
  questionnaire.map(({ id, title }) => [id, `The answer to: ${title}`]),
) as Record<QuestionId, string>
