import { hashText } from '../text/index.ts'
import type { FacetClass } from '../lesson/index.ts'
import type { Answers, QuestionId } from './answers.ts'
import { questionnaire, type Question, type Touches } from './questionnaire.ts'
import { sameAs } from './same-as.ts'

const questions: readonly Question[] = questionnaire

/** The profile key of each facet class. */
export type ProfileKeys = Readonly<Record<FacetClass, string>>

/** The facets of each class. The note depends on how new a lesson is to the reader, not on code or mathematics. */
const touchedBy: Record<FacetClass, readonly Touches[]> = {
  prose: ['all', 'prose'],
  'prose+code': ['all', 'prose', 'code'],
  'prose+ai': ['all', 'prose', 'ai'],
  'prose+code+ai': ['all', 'prose', 'code', 'ai'],
  note: ['all', 'prose', 'note'],
}

/** The ids of the questions whose answers a section of this class depends on, in the questionnaire's order. */
export function facetsOf(facetClass: FacetClass): QuestionId[] {
  return questionnaire
    .filter((question) => touchedBy[facetClass].includes(question.touches))
    .map((question) => question.id)
}

/** The answers that a section of this class depends on, after `sameAs`; nothing else may reach its prompt. */
export function pickFacets(answers: Answers, facetClass: FacetClass): Partial<Answers> {
  const wanted = facetsOf(facetClass)
  const relevant = questions.filter(({ id }) => wanted.some((facet) => facet === id))
  return Object.fromEntries(
    relevant.map((question) => [question.id, sameAs(question, answers[question.id as QuestionId])]),
  )
}

/**
 * The profile key of every facet class: SHA-256 (hex) of the facets it depends on, so that learners who differ only in
 * others share a rewrite.
 */
export async function buildProfileKeys(answers: Answers): Promise<ProfileKeys> {
  const keys = Object.keys(touchedBy).map(async (name) => {
    const facets = pickFacets(answers, name as FacetClass)
    return [name, await hashText(JSON.stringify(Object.entries(facets)))] as const
  })
  return Object.fromEntries(await Promise.all(keys)) as ProfileKeys
}
