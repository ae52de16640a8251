import { hashText } from '../text/index.ts'
import type { FacetClass } from '../lesson/index.ts'
import type { Answers, QuestionId } from './answers.ts'
import { questionnaire, type Question, type Touches } from './questionnaire.ts'
import { sameAs } from './same-as.ts'

const questions: readonly Question[] = questionnaire

/** The profile key of each facet class. */
export type ProfileKeys = Readonly<Record<FacetClass, string>>

/** The note needs to know for whom a lesson is new, not how its code or its mathematics would be told. */
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

/** The part of a profile that a section of this class depends on, as it is told; nothing else may reach its prompt. */
export function pickFacets(answers: Answers, facetClass: FacetClass): Partial<Answers> {
  const wanted = facetsOf(facetClass)
  const relevant = questions.filter(({ id }) => wanted.some((facet) => facet === id))
  return Object.fromEntries(
    relevant.map((question) => [question.id, sameAs(question, answers[question.id as QuestionId])]),
  )
}

/**
 * The profile key of every facet class: SHA-256 (hex) of the facets that matter to it, so that learners who differ
 * only in what a section does not depend on share its rewrite.
 */
export async function buildProfileKeys(answers: Answers): Promise<ProfileKeys> {
  const keys = Object.keys(touchedBy).map(async (name) => {
    const facets = pickFacets(answers, name as FacetClass)
    return [name, await hashText(JSON.stringify(Object.entries(facets)))] as const
  })
  return Object.fromEntries(await Promise.all(keys)) as ProfileKeys
}
