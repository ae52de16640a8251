import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { learnerAnswers } from '../../test/support/plan-task.ts'
import type { FacetClass } from '../lesson/lesson.ts'
import type { Answers, QuestionId } from './answers.ts'
import { buildProfileKeys, facetsOf, pickFacets } from './profile-keys.ts'
import { questionnaire, type Question } from './questionnaire.ts'
import { sameAs } from './same-as.ts'

/** What each class of section depends on. */
const touching: Readonly<Record<FacetClass, readonly QuestionId[]>> = {
  prose: ['preferred_language', 'education_level', 'robotics_background'],
  'prose+code': ['preferred_language', 'education_level', 'programming_experience', 'robotics_background'],
  'prose+ai': ['preferred_language', 'education_level', 'robotics_background', 'ai_ml_experience'],
  'prose+code+ai': [
    'preferred_language',
    'education_level',
    'programming_experience',
    'robotics_background',
    'ai_ml_experience',
  ],
  note: ['preferred_language', 'education_level', 'robotics_background', 'learning_goals'],
}
const classes = Object.keys(touching) as FacetClass[]

/** Any complete profile. */
const someAnswers = fc.record(
  Object.fromEntries(
    questionnaire.map((question) => {
      const values = question.choices.map(({ value }) => value)
      if (question.kind === 'yes-no') return [question.id, fc.boolean()]
      if (question.kind === 'one') return [question.id, fc.constantFrom(...values)]
      return [question.id, fc.subarray(values, { minLength: 1 })]
    }),
  ),
) as fc.Arbitrary<Answers>

describe('facetsOf()', () => {
  test.each(classes)('gives for "%s" exactly the questions that touch it', (facetClass) => {
    expect(facetsOf(facetClass).toSorted()).toEqual(touching[facetClass].toSorted())
  })
})

describe('pickFacets()', () => {
  test.each(classes)('lets nothing else reach the prompt of a "%s" section', (facetClass) => {
    expect(Object.keys(pickFacets(learnerAnswers, facetClass)).toSorted()).toEqual(touching[facetClass].toSorted())
  })
})

describe('buildProfileKeys()', () => {
  test('gives a SHA-256 for each class, the same for the same answers', async () => {
    const keys = await buildProfileKeys(learnerAnswers)
    expect(Object.keys(keys).toSorted()).toEqual(classes.toSorted())
    for (const key of Object.values(keys)) expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(await buildProfileKeys({ ...learnerAnswers })).toEqual(keys)
  })

  test('does not depend on the order in which answers were given', async () => {
    const reversed = Object.fromEntries(Object.entries(learnerAnswers).toReversed()) as unknown as Answers
    expect(await buildProfileKeys(reversed)).toEqual(await buildProfileKeys(learnerAnswers))
  })

  test('two profiles share the key of a class exactly when their answers to all that it depends on count as the same', async () => {
    const answerTo = (answers: Answers, id: QuestionId): string =>
      JSON.stringify(sameAs(questionnaire.find((question) => question.id === id) as Question, answers[id]))
    await fc.assert(
      fc.asyncProperty(someAnswers, someAnswers, async (mine, yours) => {
        const [myKeys, yourKeys] = await Promise.all([buildProfileKeys(mine), buildProfileKeys(yours)])
        for (const name of classes) {
          const agree = touching[name].every((id) => answerTo(mine, id) === answerTo(yours, id))
          expect([name, myKeys[name] === yourKeys[name]]).toEqual([name, agree])
        }
      }),
    )
  })
})
