import { expect, test } from 'vitest'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { askForLesson } from '../support/read-lesson.ts'

/** What moves a cursor, turns the writing around, or is not seen. */
const hidden = [
  '\u0007',
  '\u001b',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u200f',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u{e0041}',
]
const prose = 'The motor of a robot turns until the joint has reached the angle that it was told to reach.'

test('no slug with a hidden character is looked for, stored or logged', async () => {
  const learner = await aLearner()
  for (const character of hidden)
    await expectProblem(await askForLesson(learner, { lesson_slug: `a${character}b` }), 'invalid-request')
  expect(takeLoggedErrors()).toEqual([])
})

test('the joiners of the Arabic script may stand in a slug', async () => {
  await expectProblem(await askForLesson(await aLearner(), { lesson_slug: 'سبق/خوب\u200cصورت' }), 'lesson-not-found')
})

test('no integrator’s text brings a hidden character into an id that is stored', async () => {
  aModel('echo')
  const [learner, { headers }] = await Promise.all([aLearner(), aKey()])
  for (const character of hidden.filter((one) => one !== '\u2028' && one !== '\u0085')) {
    const original_content = `## A part {#a${character}b}\n\n${prose}\n\n## Another ${character}part\n\n${prose}`
    const response = await askForLesson(learner, { lesson_slug: 'mine/hidden', original_content }, headers)
    const { message } = await expectProblem(response, 'invalid-lesson')
    expect(message).not.toContain(character)
  }
  const rows = await testDatabase().selectFrom('personalized_content_cache').select('section_id').execute()
  expect(rows.filter(({ section_id }) => /[\p{Cc}\p{Cf}]/u.test(section_id))).toEqual([])
})
