import { expect, test } from 'vitest'
import preferences from '../../api/user/preferences.ts'
import type { Answers } from '../../lib/profile/answers.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, aSlug } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { eventsNamed } from '../support/read-events.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'

const changeAnswers = (learner: string, body: Partial<Answers>): Promise<Response> =>
  call(preferences, 'PUT /api/user/preferences', { body, headers: { 'x-user-id': learner } })

/** The sections for which the model was asked while something was done. */
async function sectionsAskedFor(model: string, act: () => Promise<unknown>): Promise<string[]> {
  const before = (await modelCalls(model)).length
  await act()
  return (await modelCalls(model))
    .slice(before)
    .map(({ section }) => section)
    .toSorted()
}

test('the second read of a lesson is cached, says the same and asks no model', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const first = await readLesson(learner, { lesson_slug: lesson.slug })
  const asked = await sectionsAskedFor(model, async () => {
    const second = await readLesson(learner, { lesson_slug: lesson.slug })
    expect(second).toMatchObject({ cached: true, lesson: first.lesson })
    expect(second.personalized_content).toBe(first.personalized_content)
    expect(second.summary.usage).toEqual({ input_tokens: 0, cached_input_tokens: 0, output_tokens: 0 })
    expect(Math.abs(Date.parse(second.generated_at) - Date.parse(first.generated_at))).toBeLessThan(5_000)
  })
  expect(asked).toEqual([])
})

test('a learner with the same answers reads the same rewrites, and no model is asked', async () => {
  const model = aModel('echo')
  const [mine, yours, lesson] = await Promise.all([aLearner(), aLearner(), aLesson()])
  const first = await readLesson(mine, { lesson_slug: lesson.slug })
  const asked = await sectionsAskedFor(model, async () => {
    const second = await readLesson(yours, { lesson_slug: lesson.slug })
    expect(second.personalized_content).toBe(first.personalized_content)
  })
  expect(asked).toEqual([])
})

test('learners who differ in their goals only share every section: only the opening note is written', async () => {
  const model = aModel('echo')
  const [mine, yours, lesson] = await Promise.all([aLearner(), aLearner({ learning_goals: ['research'] }), aLesson()])
  await readLesson(mine, { lesson_slug: lesson.slug })
  expect(await sectionsAskedFor(model, () => readLesson(yours, { lesson_slug: lesson.slug }))).toEqual(['for-you'])
})

test('answers that change no section share every section', async () => {
  const model = aModel('echo')
  const lesson = await aLesson()
  const graduate = await aLearner({ education_level: 'graduate', programming_experience: 'intermediate' })
  const professional = await aLearner({ education_level: 'professional', programming_experience: 'advanced' })
  await readLesson(graduate, { lesson_slug: lesson.slug })
  expect(await sectionsAskedFor(model, () => readLesson(professional, { lesson_slug: lesson.slug }))).toEqual([])
})

test.each<[keyof Answers, Partial<Answers>, string[]]>([
  ['education_level', { education_level: 'professional' }, ['_opening', 'code', 'for-you', 'torque']],
  ['robotics_background', { robotics_background: true }, ['_opening', 'code', 'for-you', 'torque']],
  ['programming_experience', { programming_experience: 'advanced' }, ['code']],
  ['ai_ml_experience', { ai_ml_experience: 'advanced' }, []],
  ['learning_goals', { learning_goals: ['teaching'] }, ['for-you']],
])('a change of %s has exactly the sections written that depend on it', async (_answer, changed, sections) => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  await changeAnswers(learner, changed)
  expect(await sectionsAskedFor(model, () => readLesson(learner, { lesson_slug: lesson.slug }))).toEqual(sections)
})

test('a change of ai_ml_experience touches every section of a lesson tagged ai', async () => {
  const model = aModel('echo')
  const file = lessonFile.replace('tags: [hardware]', 'tags: [ai]')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson({ file })])
  await readLesson(learner, { lesson_slug: lesson.slug })
  await changeAnswers(learner, { ai_ml_experience: 'advanced' })
  const asked = await sectionsAskedFor(model, () => readLesson(learner, { lesson_slug: lesson.slug }))
  expect(asked).toEqual(['_opening', 'code', 'torque'])
})

test('a prompt holds the answers that its section depends on, and no others', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  for (const { section, messages } of await modelCalls(model)) {
    const prompt = JSON.stringify(messages)
    expect([section, prompt.includes('learning_goals')]).toEqual([section, section === 'for-you'])
    expect([section, prompt.includes('ai_ml_experience')]).toEqual([section, false])
    expect([section, prompt.includes('programming_experience')]).toEqual([section, section === 'code'])
    expect(prompt).toContain('education_level')
  }
})

test('all sections of a lesson are asked for with the same instructions, so that providers can cache them', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  const instructions = (await modelCalls(model)).map(({ messages }) => messages[0])
  expect(instructions[0]).toMatchObject({ role: 'system', content: expect.stringContaining('Joints and motors') })
  expect(new Set(instructions.map((message) => message?.content)).size).toBe(1)
})

const twelve = Array.from(
  { length: 12 },
  (_, index) => `## Part ${index}\n\nThis is part number ${index} of the lesson, and it says one thing about the arm.`,
)

test('an edit of one section of twelve has exactly that section written again', async () => {
  const model = aModel('echo')
  const slug = aSlug()
  const [learner] = await Promise.all([aLearner(), aLesson({ slug, file: twelve.join('\n\n') })])
  const before = await readLesson(learner, { lesson_slug: slug })
  expect(before.summary.written).toBe(13)
  const edited = twelve.with(6, `${twelve[6]} A sentence was added to it.`)
  await aLesson({ slug, file: edited.join('\n\n') })
  const asked = await sectionsAskedFor(model, async () => {
    const after = await readLesson(learner, { lesson_slug: slug })
    expect(after.summary).toMatchObject({ cached: 12, written: 1, original: 0 })
    expect(after.lesson.key).not.toBe(before.lesson.key)
    expect(after.personalized_content).toContain('A sentence was added to it.')
  })
  expect(asked).toEqual(['part-6'])
})

test('a section that is moved, or that gets a new neighbour, is not written again', async () => {
  const model = aModel('echo')
  const slug = aSlug()
  const [learner] = await Promise.all([aLearner(), aLesson({ slug, file: twelve.slice(0, 4).join('\n\n') })])
  await readLesson(learner, { lesson_slug: slug })
  const moved = [
    twelve[3],
    twelve[0],
    '## New\n\nThis one is new, and it says what the others left out.',
    twelve[1],
    twelve[2],
  ]
  await aLesson({ slug, file: moved.join('\n\n') })
  const asked = await sectionsAskedFor(model, () => readLesson(learner, { lesson_slug: slug }))
  expect(asked).toEqual(['for-you', 'new'])
})

test('going back to an earlier version of the lesson, or of the profile, finds the old rewrites', async () => {
  const model = aModel('echo')
  const slug = aSlug()
  const [learner] = await Promise.all([aLearner(), aLesson({ slug })])
  const first = await readLesson(learner, { lesson_slug: slug })
  await aLesson({ slug, file: lessonFile.replace('a turning force', 'a force that turns') })
  await changeAnswers(learner, { education_level: 'professional' })
  await readLesson(learner, { lesson_slug: slug })
  await aLesson({ slug })
  await changeAnswers(learner, { education_level: 'undergraduate' })
  const asked = await sectionsAskedFor(model, async () => {
    expect(await readLesson(learner, { lesson_slug: slug })).toMatchObject({ cached: true, lesson: first.lesson })
  })
  expect(asked).toEqual([])
})

test('another model is another recipe: its rewrites and keys are its own', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const first = await readLesson(learner, { lesson_slug: lesson.slug })
  aModel('echo')
  const second = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(second.cached).toBe(false)
  expect(second.lesson.key).not.toBe(first.lesson.key)
})

test('two readers who ask for the same new lesson at once pay for it once, and both get all of it', async () => {
  const model = aModel('echo')
  const lesson = await aLesson()
  const [mine, yours] = await Promise.all([aLearner(), aLearner()])
  const [first, second] = await Promise.all([
    streamLesson(mine, { lesson_slug: lesson.slug }),
    streamLesson(yours, { lesson_slug: lesson.slug }),
  ])
  for (const events of [first, second])
    expect(eventsNamed(events, 'section-end').filter(({ source }) => source === 'rewrite')).toHaveLength(4)
  expect(await modelCalls(model)).toHaveLength(4)
})
