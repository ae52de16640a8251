import { expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { readLesson } from '../support/read-lesson.ts'

const isoDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

interface Version {
  readonly sections: readonly { readonly id: string; readonly source: string; readonly markdown: string }[]
}

test('GET /api/rewrites/{key} answers a finished version with every section, to be cached for ever', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug })
  const response = await call(rewrites, `GET /api/rewrites/${answer.lesson.key}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('vercel-cdn-cache-control')).toBe('public, max-age=31536000, immutable')
  const ofSections = answer.sections.filter(({ id }) => id !== 'for-you')
  expect(await response.json()).toEqual({
    lesson: { slug: lesson.slug, title: 'Joints and motors', language: 'en' },
    content_hash: lesson.content_hash,
    key: answer.lesson.key,
    recipe: expect.stringContaining(model),
    model: { name: model, demo: false },
    language: 'en',
    generated_at: isoDate,
    proof: answer.summary.proof,
    sections: ofSections.map(({ cached: _cached, reason: _reason, written_at, ...section }) => ({
      ...section,
      written_at: written_at && isoDate,
    })),
  })
})

test('GET /api/rewrites/{key}?form=slots gives the same version with its placeholders, as the site uses it', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug, form: 'slots' })
  const response = await call(rewrites, `GET /api/rewrites/${answer.lesson.key}?form=slots`)
  const { sections } = (await response.json()) as Version
  expect(sections.map(({ markdown }) => markdown)).toEqual(answer.sections.slice(1).map(({ markdown }) => markdown))
  expect(sections.find(({ id }) => id === 'code')?.markdown).toContain('[[slot:k1]]')
})

test('everyone whose answers differ only in goals gets the same key, and no model is asked for it', async () => {
  const model = aModel('echo')
  const lesson = await aLesson()
  const [mine, yours] = await Promise.all([aLearner(), aLearner({ learning_goals: ['teaching'] })])
  const first = await readLesson(mine, { lesson_slug: lesson.slug })
  const second = await readLesson(yours, { lesson_slug: lesson.slug })
  expect(second.lesson.key).toBe(first.lesson.key)
  const callsBefore = (await modelCalls(model)).length
  expect((await call(rewrites, `GET /api/rewrites/${first.lesson.key}`)).status).toBe(200)
  expect(await modelCalls(model)).toHaveLength(callsBefore)
})

test('the opening note, which depends on goals, is in no shared version', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug })
  const response = await call(rewrites, `GET /api/rewrites/${answer.lesson.key}`)
  const { sections } = (await response.json()) as Version
  expect(sections.map(({ id }) => id)).toEqual(['_opening', 'torque', 'code', 'danger', 'figure'])
})

test('a version of a lesson stays what it was after the author has changed the lesson', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  const before = await (await call(rewrites, `GET /api/rewrites/${version.key}`)).text()
  await aLesson({ slug: lesson.slug, file: '## Torque\n\nAnother text about the same thing, which is quite short.' })
  expect(await (await call(rewrites, `GET /api/rewrites/${version.key}`)).text()).toBe(before)
})

test('a lesson that says the same thing in two sections has a version as complete as any other', async () => {
  aModel('echo')
  const twice = '### Try it\n\nPress the button and look at the arm: it should move by a small amount.'
  const file = `## One\n\nThe first part of the lesson is about the arm.\n\n${twice}\n\n## Two\n\nThe second part is about the hand.\n\n${twice}`
  const [learner, lesson] = await Promise.all([aLearner(), aLesson({ file })])
  const { lesson: version } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect((await call(rewrites, `GET /api/rewrites/${version.key}`)).status).toBe(200)
})
