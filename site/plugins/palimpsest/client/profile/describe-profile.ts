import type { Answers } from '../../../../../lib/profile/index.ts'
import type { FacetWords } from './facet-words.ts'

/** The choices that an answer names, in the questionnaire's order. */
export function chosen<Choice extends { readonly value: string }>(
  question: { readonly choices: readonly Choice[] },
  answer: unknown,
): Choice[] {
  const values = Array.isArray(answer) ? answer : [answer]
  return question.choices.filter((choice) => values.some((value) => String(value) === choice.value))
}

/** Questions whose answers a badge leaves out: goals shape only the note, and the language speaks for itself. */
const unsaid = new Set(['learning_goals', 'preferred_language'])

/** A profile in a few words: "high school, some programming, new to robotics, AI basics". */
export function describeProfile(answers: Partial<Answers>, { comma, questions }: FacetWords): string {
  return questions
    .filter(({ id }) => !unsaid.has(id) && answers[id] !== undefined)
    .flatMap((question) => chosen(question, answers[question.id]).map((choice) => choice.brief))
    .join(comma)
}
