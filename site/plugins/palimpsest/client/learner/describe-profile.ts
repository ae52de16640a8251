import type { Answers } from '../../../../../lib/learner/answers.ts'
import { getLanguage } from '../../../../../lib/learner/get-language.ts'
import { localiseQuestion } from '../../../../../lib/learner/localise-question.ts'
import { questionnaire, type Question } from '../../../../../lib/learner/questionnaire.ts'

/** The choices that an answer names, in the questionnaire's order. */
export function chosen(question: Pick<Question, 'choices'>, answer: unknown): Question['choices'][number][] {
  const values = Array.isArray(answer) ? answer : [answer]
  return question.choices.filter((choice) => values.some((value) => String(value) === choice.value))
}

/** Questions whose answers a badge leaves out: goals shape only the note, and the language speaks for itself. */
const unsaid = new Set(['learning_goals', 'preferred_language'])

/** A profile in a few words: "high school, some programming, new to robotics, AI basics". */
export function describeProfile(answers: Partial<Answers>, language = 'en'): string {
  const parts = questionnaire
    .map((question): Question & { id: keyof Answers } =>
      localiseQuestion<Question & { id: keyof Answers }>(question, language),
    )
    .filter((question) => !unsaid.has(question.id) && answers[question.id] !== undefined)
    .flatMap((question) => chosen(question, answers[question.id]).map((choice) => choice.brief))
  return parts.join(getLanguage(language).comma)
}
