import type { Question } from './questionnaire.ts'

/** The answer for which rewrites are made: another one if the choice names it in `sameAs`, else the answer itself. */
export function sameAs({ kind, choices }: Pick<Question, 'kind' | 'choices'>, answer: unknown): unknown {
  if (kind !== 'one') return answer
  return choices.find(({ value }) => value === answer)?.sameAs ?? answer
}
