import type { FacetClass } from '../lesson/index.ts'
import { facetsOf } from './profile-keys.ts'
import { questionnaire, type Question } from './questionnaire.ts'
import { sameAs } from './same-as.ts'

const questions: readonly Question[] = questionnaire

/** How many different rewrites a section of this class can have, for each level and variant. */
export const countVariants = (facetClass: FacetClass): number =>
  questions
    .filter(({ id }) => facetsOf(facetClass).some((facet) => facet === id))
    .reduce((product, question) => product * countAnswers(question), 1)

/** How many answers to a question lead to different rewrites. */
export function countAnswers(question: Pick<Question, 'kind' | 'choices'>): number {
  const { kind, choices } = question
  if (kind === 'some') return 2 ** choices.length - 1
  return new Set(choices.map(({ value }) => sameAs(question, value))).size
}

/** The same in one line for the operator. */
export const describeVariants = (): string =>
  `Of one section there can be ${countVariants('prose')} rewrites, ${countVariants('prose+code')} with code, ` +
  `${countVariants('prose+ai')} about AI, ${countVariants('prose+code+ai')} about AI with code ` +
  '(for each level and variant; "sameAs" in lib/profile/questionnaire.ts makes them fewer)'
