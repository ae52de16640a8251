import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { forgetVersions } from '../support/forget-versions.ts'
import { readLesson } from '../support/read-lesson.ts'

test('DELETE removes no rewrite: what was paid for stays for everyone', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  const rewrites = () =>
    testDatabase()
      .selectFrom('personalized_content_cache')
      .select(['key', 'state'])
      .where('model', '=', model)
      .execute()
  const before = await rewrites()
  await forgetVersions(learner)
  expect(before).not.toEqual([])
  expect(await rewrites()).toEqual(before)
})

test('no number of DELETEs makes a learner cost more than the three variants that there are', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const keys = new Set<string>()
  for (let round = 0; round < 7; round++) {
    const answer = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
    keys.add(answer.lesson.key)
    expect(answer.cached).toBe(round >= 3)
    await forgetVersions(learner)
  }
  expect(keys.size).toBe(3)
})
