import type { Question } from './questionnaire.ts'

/** The answer as whose giver a learner is written for: the answer itself, unless its choice says `tellAs`. */
export function sameAs({ kind, choices }: Pick<Question, 'kind' | 'choices'>, answer: unknown): unknown {
  if (kind !== 'one') return answer
  return choices.find(({ value }) => value === answer)?.tellAs ?? answer
}
