import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { forgetVersions } from '../support/forget-versions.ts'
import { readLesson } from '../support/read-lesson.ts'

test('DELETE answers 200 with how many lesson versions were forgotten', async () => {
  aModel('echo')
  const [learner, first, second] = await Promise.all([aLearner(), aLesson(), aLesson()])
  await readLesson(learner, { lesson_slug: first.slug })
  await readLesson(learner, { lesson_slug: second.slug })
  await readLesson(learner, { lesson_slug: second.slug })
  const response = await forgetVersions(learner)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({ deleted_count: 2 })
})

test('DELETE of nothing changes nothing: the next read is the same as before', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await forgetVersions(learner)
  const first = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(first.sections.map(({ variant }) => variant)).not.toContain(1)
  await forgetVersions(learner)
  await forgetVersions(learner)
  const second = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(second.sections.map(({ variant }) => variant)).not.toContain(2)
  expect(second.lesson.key).not.toBe(first.lesson.key)
})

test('DELETE of nothing answers a count of 0, and again after everything is forgotten', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  expect(await (await forgetVersions(learner)).json()).toEqual({ deleted_count: 0 })
  await readLesson(learner, { lesson_slug: lesson.slug })
  expect(await (await forgetVersions(learner)).json()).toEqual({ deleted_count: 1 })
  expect(await (await forgetVersions(learner)).json()).toEqual({ deleted_count: 0 })
})

test('after DELETE the next read is written differently: by the model, as another variant, under another key', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const before = await readLesson(learner, { lesson_slug: lesson.slug })
  const callsBefore = (await modelCalls(model)).length
  await forgetVersions(learner)
  const after = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(after.cached).toBe(false)
  expect(after.lesson.key).not.toBe(before.lesson.key)
  const calls = (await modelCalls(model)).slice(callsBefore)
  expect(calls).toHaveLength(callsBefore)
  for (const { messages } of calls) expect(JSON.stringify(messages)).toContain('<take>1</take>')
})

test('after three times the first variant is read again, from the cache', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const keys: string[] = []
  for (let round = 0; round < 3; round++) {
    const { lesson: version, cached } = await readLesson(learner, { lesson_slug: lesson.slug })
    expect(cached).toBe(false)
    keys.push(version.key)
    await forgetVersions(learner)
  }
  expect(new Set(keys).size).toBe(3)
  const again = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(again).toMatchObject({ cached: true, lesson: { key: keys[0] } })
})

test('another learner with the same profile keeps what was cached', async () => {
  const model = aModel('echo')
  const [mine, yours, lesson] = await Promise.all([aLearner(), aLearner(), aLesson()])
  const before = await readLesson(yours, { lesson_slug: lesson.slug })
  await readLesson(mine, { lesson_slug: lesson.slug })
  await forgetVersions(mine)
  const callsBefore = (await modelCalls(model)).length
  const after = await readLesson(yours, { lesson_slug: lesson.slug })
  expect(after).toMatchObject({ cached: true, lesson: { key: before.lesson.key } })
  expect(after.personalized_content).toBe(before.personalized_content)
  expect(await modelCalls(model)).toHaveLength(callsBefore)
  expect(await (await forgetVersions(yours)).json()).toEqual({ deleted_count: 1 })
})
