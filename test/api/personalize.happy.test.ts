import { expect, test } from 'vitest'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'

const isoDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

test('POST /api/personalize answers the whole lesson as Markdown with every slot and link put back', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { personalized_content: markdown } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(markdown).toMatch(/^This lesson matters to you/)
  expect(markdown).toContain('## Torque\n\nThis is the part that you asked for.')
  expect(markdown).toContain('[gears](./gears.md)')
  expect(markdown).toContain('$$\n\\tau = F \\cdot r\n$$')
  expect(markdown).toContain('```python title="turn.py"\ndef turn(motor, angle):\n    motor.send(angle)')
  expect(markdown).toContain(
    ':::danger[Pinch points]\n\nKeep fingers away from the joint while the motor is on.\n\n:::',
  )
  expect(markdown).toContain('![A motor with two gears](/img/gears.svg)')
  expect(markdown).not.toMatch(/\[\[slot:|link:\d/)
})

test('the JSON answer has exactly the documented fields', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const response = await askForLesson(learner, { lesson_slug: lesson.slug })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  const usage = { input_tokens: 100, cached_input_tokens: 20, output_tokens: 50 }
  const proof = {
    verdict: 'accepted',
    reasons: [],
    slots: { preserved: 1, total: 1 },
    links: { preserved: 1, total: 1 },
    invented: { identifiers: 0, measurements: 0 },
    terms: { preserved: 2, total: 2 },
    language: 'en',
    words: { before: 46, after: 54 },
    readability: { measure: 'flesch-kincaid-grade', before: 4.5, after: 3.4 },
    attempts: 1,
    model,
    recipe: expect.stringContaining(model),
    verifier_version: expect.any(Number),
    usage,
  }
  const answer = (await response.json()) as { sections: { id: string }[] }
  expect(answer).toEqual({
    personalized_content: expect.any(String),
    cached: false,
    generated_at: isoDate,
    lesson: {
      slug: lesson.slug,
      title: 'Joints and motors',
      language: 'en',
      content_hash: lesson.content_hash,
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      recipe: proof.recipe,
      model: { name: model, demo: false },
    },
    sections: expect.any(Array),
    summary: {
      cached: 0,
      written: 4,
      original: 2,
      usage: { input_tokens: 400, cached_input_tokens: 80, output_tokens: 200 },
      generated_at: isoDate,
      proof: {
        sections: 3,
        slots: { preserved: 2, total: 2 },
        links: { preserved: 1, total: 1 },
        invented: { identifiers: 0, measurements: 0 },
        terms: { preserved: 6, total: 6 },
        words: { before: 99, after: 123 },
        readability: proof.readability,
        attempts: 3,
      },
    },
  })
  expect(answer.sections.find(({ id }) => id === 'torque')).toEqual({
    id: 'torque',
    source: 'rewrite',
    cached: false,
    heading: 'Torque',
    markdown: expect.stringContaining('This is the part that you asked for.'),
    proof,
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    written_at: isoDate,
    facets: ['preferred_language', 'education_level', 'robotics_background'],
    level: 'as-is',
    variant: 0,
  })
  expect(answer.sections.find(({ id }) => id === 'danger')).toEqual({
    id: 'danger',
    source: 'original',
    cached: false,
    reason: 'no-prose',
    heading: 'Danger',
    markdown: expect.stringContaining(':::danger[Pinch points]'),
    proof: null,
    key: null,
    written_at: null,
    facets: ['preferred_language', 'education_level', 'robotics_background'],
    level: 'as-is',
    variant: 0,
  })
})

test('sections come in reading order, the opening note first', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(sections.map(({ id, source, reason }) => [id, source, reason])).toEqual([
    ['for-you', 'rewrite', undefined],
    ['_opening', 'rewrite', undefined],
    ['torque', 'rewrite', undefined],
    ['code', 'rewrite', undefined],
    ['danger', 'original', 'no-prose'],
    ['figure', 'original', 'no-prose'],
  ])
})

test('form "slots" gives texts with placeholders, form "markdown" (the default) with the author’s parts', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const textOf = async (body: object): Promise<string | undefined> =>
    (await readLesson(learner, { lesson_slug: lesson.slug, ...body })).sections.find(({ id }) => id === 'torque')
      ?.markdown
  const slots = await textOf({ form: 'slots' })
  expect(slots).toContain('[[slot:k1]]')
  expect(slots).toContain('[gears](link:1)')
  expect(slots).not.toContain('\\tau')
  const markdown = await textOf({})
  expect(markdown).toContain('\\tau = F \\cdot r')
  expect(markdown).toContain('[gears](./gears.md)')
  expect(await textOf({ form: 'markdown' })).toBe(markdown)
})

test('"sections" limits the answer, the calls and the cost to the sections that are named', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['code', 'torque', 'danger', 'code'] })
  expect(answer.sections.map(({ id }) => id)).toEqual(['torque', 'code', 'danger'])
  expect(answer.summary).toMatchObject({ written: 2, original: 1 })
  expect((await modelCalls(model)).map(({ section }) => section).toSorted()).toEqual(['code', 'torque'])
})

test('a lesson that the author locked stands as written, and no model is asked', async () => {
  const model = aModel('echo')
  const file = lessonFile.replace('tags: [hardware]', 'palimpsest: lock')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson({ file })])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(new Set(answer.sections.map(({ source, reason }) => `${source} ${reason}`))).toEqual(
    new Set(['original locked']),
  )
  expect(answer.personalized_content).toBe(lessonFile.replace(/^---[\s\S]*?\n---\n/, '').trim())
  expect(await modelCalls(model)).toEqual([])
})

test('at most SECTIONS_AT_A_TIME sections are written at a time, and all are written', async () => {
  process.env['SECTIONS_AT_A_TIME'] = '1'
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug })
  expect((await modelCalls(model)).map(({ section }) => section)).toEqual(['for-you', '_opening', 'torque', 'code'])
})

test('an integrator’s key opens the way for text that is not published', async () => {
  const model = aModel('echo')
  const learner = await aLearner()
  const { headers } = await aKey()
  const original_content = lessonFile.replace('Joints and motors', 'Mine')
  const body = {
    lesson_slug: `mine/${crypto.randomUUID()}`,
    original_content: `${original_content}\n\n## More\n\nThere is more to say about this arm.`,
  }
  const answer = await readLesson(learner, body, headers)
  expect(answer.sections.at(-1)).toMatchObject({ id: 'more', source: 'rewrite' })
  expect(answer.lesson).toMatchObject({ slug: body.lesson_slug, title: 'Mine' })
  const callsBefore = (await modelCalls(model)).length
  expect(await readLesson(learner, body, headers)).toMatchObject({ cached: true })
  expect(await modelCalls(model)).toHaveLength(callsBefore)
})
