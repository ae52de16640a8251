import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { learnerAnswers } from '../../test/support/plan-task.ts'
import { preferencesChangeSchema } from '../contract/preferences-change.ts'
import { answersEntries, answersSchema } from './answers.ts'
import { questionnaire } from './questionnaire.ts'

const onboarding = v.strictObject(answersEntries)
const accepts = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success

describe.each(questionnaire.map((question) => ({ question, id: question.id })))('the answer to $id', ({ question }) => {
  const values = question.choices.map(({ value }) => value)
  const answers: unknown[] =
    question.kind === 'yes-no' ? [true, false] : question.kind === 'one' ? values : values.map((value) => [value])

  test('is each of the question’s choices', () => {
    for (const answer of answers) expect(accepts(onboarding, { ...learnerAnswers, [question.id]: answer })).toBe(true)
  })

  test('is nothing else', () => {
    for (const answer of ['', 'other', null, 7, [], {}, ['other'], values.join(',')])
      expect([answer, accepts(onboarding, { ...learnerAnswers, [question.id]: answer })]).toEqual([answer, false])
  })

  test('may be changed by itself', () => {
    for (const answer of answers)
      expect(v.parse(preferencesChangeSchema, { [question.id]: answer }).answers).toEqual({ [question.id]: answer })
  })
})

test('onboarding wants every answer but the language, which is English by default', () => {
  for (const { id } of questionnaire) {
    const answers = Object.fromEntries(Object.entries(learnerAnswers).filter(([name]) => name !== id))
    expect([id, accepts(onboarding, answers)]).toEqual([id, id === 'preferred_language'])
  }
  const { preferred_language: _, ...answers } = learnerAnswers
  expect(v.parse(onboarding, answers)).toMatchObject({ preferred_language: 'en' })
})

test('a set is kept without repeats, in the order of the questionnaire', () => {
  const learning_goals = ['building_projects', 'hobby', 'hobby', 'career_change']
  expect(v.parse(onboarding, { ...learnerAnswers, learning_goals }).learning_goals).toEqual([
    'career_change',
    'hobby',
    'building_projects',
  ])
})

test('a change of nothing is refused, naming every question', () => {
  const [issue] = v.safeParse(preferencesChangeSchema, {}).issues ?? []
  for (const { id } of questionnaire) expect(issue?.message).toContain(id)
})

test('a change of a question that there is not is refused', () => {
  expect(accepts(preferencesChangeSchema, { education_level: 'graduate', age: 30 })).toBe(false)
})

test('a stored profile is read whole, whatever else its row holds', () => {
  expect(v.parse(answersSchema, { ...learnerAnswers, id: 'x', created_at: 'y' })).toEqual(learnerAnswers)
  expect(accepts(answersSchema, { ...learnerAnswers, preferred_language: undefined })).toBe(false)
})
