import { expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { forgetVersions } from '../support/forget-versions.ts'
import { readLesson, type AnsweredSection } from '../support/read-lesson.ts'

const readingOf = (sections: readonly AnsweredSection[], wanted: string): unknown => {
  const section = sections.find(({ id }) => id === wanted)
  return section && { level: section.level, variant: section.variant, cached: section.cached }
}

test('a section is read with the level and the variant that are chosen for it, the others with those of the request', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const choices = { torque: { level: 'simpler' }, code: { variant: 2 }, 'for-you': { level: 'deeper', variant: 1 } }
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, choices })
  expect(sections.map(({ id, level, variant }) => [id, level, variant])).toEqual([
    ['for-you', 'deeper', 1],
    ['_opening', 'as-is', 0],
    ['torque', 'simpler', 0],
    ['code', 'as-is', 2],
    ['danger', 'as-is', 0],
    ['figure', 'as-is', 0],
  ])
  const calls = await modelCalls(model)
  const levelOfSection = (section: string): string | undefined =>
    /<dial>(.*?)<\/dial>/.exec(JSON.stringify(calls.find((made) => made.section === section)?.messages))?.[1]
  expect(['_opening', 'torque', 'for-you'].map(levelOfSection)).toEqual(['as-is', 'simpler', 'deeper'])
})

test('the level of the request holds where none is chosen, and so does the learner’s own variant', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  await forgetVersions(learner)
  const choices = { torque: { variant: 0 }, code: { level: 'as-is' }, _opening: {} }
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, level: 'deeper', choices })
  expect(['torque', 'code', '_opening'].map((id) => readingOf(sections, id))).toEqual([
    { level: 'deeper', variant: 0, cached: false },
    { level: 'as-is', variant: 1, cached: false },
    { level: 'deeper', variant: 1, cached: false },
  ])
})

test('a chosen variant is written once for everyone with the same answers, and going back finds the old one', async () => {
  const model = aModel('echo')
  const lesson = await aLesson()
  const [mine, yours] = await Promise.all([aLearner(), aLearner()])
  const asIs = await readLesson(mine, { lesson_slug: lesson.slug })
  const chosen = { lesson_slug: lesson.slug, choices: { torque: { level: 'simpler', variant: 1 } } }
  const rewritten = await readLesson(mine, { ...chosen, sections: ['torque'] })
  expect(rewritten).toMatchObject({ cached: false, summary: { written: 1 } })
  expect(await modelCalls(model)).toHaveLength(5)
  const whole = await readLesson(yours, { ...chosen, sections: ['_opening', 'torque', 'code'] })
  expect(whole).toMatchObject({ cached: true, summary: { cached: 3, written: 0 } })
  expect(whole.lesson.key).toBe(rewritten.lesson.key)
  expect(await readLesson(mine, { lesson_slug: lesson.slug })).toMatchObject({
    cached: true,
    lesson: { key: asIs.lesson.key },
  })
  expect(await modelCalls(model)).toHaveLength(5)
})

test('a choice that says what the request says anyway is no other version', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const plain = await readLesson(learner, { lesson_slug: lesson.slug })
  const choices = { torque: { level: 'as-is', variant: 0 }, danger: { level: 'deeper' } }
  const chosen = await readLesson(learner, { lesson_slug: lesson.slug, choices })
  expect(chosen).toMatchObject({ cached: true, lesson: { key: plain.lesson.key } })
})

test('a lesson read with choices is a version like any other: remembered, and shared by its key', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const choices = { torque: { level: 'simpler' }, code: { variant: 1 } }
  const answer = await readLesson(learner, { lesson_slug: lesson.slug, choices })
  const response = await call(rewrites, `GET /api/rewrites/${answer.lesson.key}`)
  expect(response.status).toBe(200)
  const version = (await response.json()) as { sections: AnsweredSection[] }
  expect(version.sections.map(({ id, level, variant, key }) => ({ id, level, variant, key }))).toEqual(
    answer.sections.slice(1).map(({ id, level, variant, key }) => ({ id, level, variant, key })),
  )
  const given = await testDatabase()
    .selectFrom('learner_lessons')
    .select(['version_key', 'keys'])
    .where('user_id', '=', learner)
    .execute()
  expect(given).toEqual([{ version_key: answer.lesson.key, keys: answer.sections.slice(1, 4).map(({ key }) => key) }])
  expect(await modelCalls(model)).toHaveLength(4)
})

test('sections of the same text, chosen differently, have their own rewrites in the version', async () => {
  aModel('echo')
  const twice = '### Try it\n\nPress the button and look at the arm: it should move by a small amount.'
  const file = `## One\n\nThe first part of the lesson is about the arm.\n\n${twice}\n\n## Two\n\nThe second part is about the hand.\n\n${twice}`
  const [learner, lesson] = await Promise.all([aLearner(), aLesson({ file })])
  const choices = { 'try-it-1': { level: 'deeper' } }
  const { lesson: read } = await readLesson(learner, { lesson_slug: lesson.slug, choices })
  const again = await readLesson(learner, { lesson_slug: lesson.slug, choices })
  expect(again).toMatchObject({ cached: true, lesson: { key: read.key } })
  const response = await call(rewrites, `GET /api/rewrites/${read.key}`)
  const { sections } = (await response.json()) as { sections: AnsweredSection[] }
  expect(sections.map(({ id, level }) => [id, level])).toEqual([
    ['one', 'as-is'],
    ['try-it', 'as-is'],
    ['two', 'as-is'],
    ['try-it-1', 'deeper'],
  ])
})

test('choices reach sections whose headings are called like a part of JavaScript', async () => {
  aModel('echo')
  const file = ['Prototype', 'Constructor']
    .map((heading) => `## ${heading}\n\nThe first arm that we built was made of wood and string.`)
    .join('\n\n')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson({ file })])
  const choices = { prototype: { level: 'simpler' }, constructor: { level: 'deeper' } }
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, choices })
  expect(sections.slice(1).map(({ id, level }) => [id, level])).toEqual([
    ['prototype', 'simpler'],
    ['constructor', 'deeper'],
  ])
})

test('an integrator’s own text is read by choices, too', async () => {
  aModel('echo')
  const { headers } = await aKey()
  const body = {
    lesson_slug: `mine/${crypto.randomUUID()}`,
    original_content: '## More\n\nThere is more to say about this arm.',
    choices: { more: { level: 'simpler', variant: 2 } },
  }
  const { sections } = await readLesson(await aLearner(), body, headers)
  expect(readingOf(sections, 'more')).toEqual({ level: 'simpler', variant: 2, cached: false })
})

test('two readers who choose the same variant at once pay for it once', async () => {
  const model = aModel('echo')
  const lesson = await aLesson()
  const readers = await Promise.all([aLearner(), aLearner()])
  const body = { lesson_slug: lesson.slug, sections: ['torque'], choices: { torque: { variant: 2 } } }
  const answers = await Promise.all(readers.map((reader) => readLesson(reader, body)))
  expect(answers.map(({ sections }) => sections[0]?.source)).toEqual(['rewrite', 'rewrite'])
  expect(await modelCalls(model)).toHaveLength(1)
})
