import { expect, test } from 'vitest'
import { buildRewriteKey } from '../../lib/cache/rewrite-key.ts'
import type { Take } from '../../lib/rewrite/dial.ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
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
    slots: { kept: 1, total: 1 },
    links: { kept: 1, total: 1 },
    invented: { identifiers: 0, measurements: 0 },
    terms: { kept: 2, total: 2 },
    language: 'en',
    words: { before: 46, after: 54 },
    level: { measure: 'flesch-kincaid-grade', before: 4.5, after: 3.4 },
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
        slots: { kept: 2, total: 2 },
        links: { kept: 1, total: 1 },
        invented: { identifiers: 0, measurements: 0 },
        terms: { kept: 6, total: 6 },
        words: { before: 99, after: 123 },
        level: proof.level,
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
    dial: 'as-is',
    take: 0,
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
    dial: 'as-is',
    take: 0,
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

test('a part of a lesson names the version of the whole', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const part = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const whole = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(part.lesson).toEqual(whole.lesson)
})

test('each position of the dial is a text of its own, and going back finds the old one', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const keys = new Map<string, string>()
  for (const dial of ['as-is', 'simpler', 'deeper']) {
    const answer = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'], dial })
    expect(answer.cached).toBe(false)
    keys.set(dial, answer.lesson.key)
    const { messages } = (await modelCalls(model)).at(-1) ?? {}
    expect(JSON.stringify(messages)).toContain(`<dial>${dial}</dial>`)
  }
  expect(new Set(keys.values()).size).toBe(3)
  const back = await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  expect(back).toMatchObject({ cached: true, lesson: { key: keys.get('as-is') } })
})

test('a stored rewrite has the key of the parts by which it is found', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, choices: { torque: { dial: 'simpler', take: 1 } } })
  const rows = await testDatabase()
    .selectFrom('personalized_content_cache')
    .selectAll()
    .where('lesson_slug', '=', lesson.slug)
    .execute()
  expect(rows).toHaveLength(4)
  for (const { key, content_hash: sectionHash, preferences_hash: profileKey, recipe, dial, take } of rows)
    expect(key).toBe(await buildRewriteKey({ sectionHash, profileKey, recipe, dial, take: take as Take }))
})

test('without content_hash the current version is told again, with it the version it names', async () => {
  aModel('echo')
  const [learner, old] = await Promise.all([aLearner(), aLesson()])
  const current = await aLesson({ slug: old.slug, file: lessonFile.replace('a turning force', 'a force that turns') })
  const hashOf = async (body: object): Promise<string> =>
    (await readLesson(learner, { lesson_slug: old.slug, ...body })).lesson.content_hash
  expect(await hashOf({})).toBe(current.content_hash)
  expect(await hashOf({ content_hash: old.content_hash })).toBe(old.content_hash)
})

test.each([
  ['as it is', lessonFile],
  ['with CRLF line endings', lessonFile.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${lessonFile}`],
  ['without its front matter', lessonFile.replace(/^---[\s\S]*?\n---\n/, '')],
  ['with blank lines around it', `${lessonFile.replace(/^---[\s\S]*?\n---\n/, '\n\n')}\n\n\n`],
])('original_content that is the published text %s is accepted from anyone', async (_case, original_content) => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const body = { lesson_slug: lesson.slug, original_content, content_hash: lesson.content_hash, sections: ['torque'] }
  const answer = await readLesson(learner, body)
  expect(answer.lesson.content_hash).toBe(lesson.content_hash)
  expect(answer.sections).toMatchObject([{ id: 'torque', source: 'rewrite' }])
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

test('a reading is remembered: which version, of which rewrites', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const answer = await readLesson(learner, { lesson_slug: lesson.slug })
  const rows = await testDatabase().selectFrom('learner_lessons').selectAll().where('user_id', '=', learner).execute()
  expect(rows).toMatchObject([
    { lesson_slug: lesson.slug, content_hash: lesson.content_hash, version_key: answer.lesson.key },
  ])
  expect(rows[0]?.keys).toHaveLength(3)
})

test('reading a part of a lesson is no reading of the lesson', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const rows = await testDatabase().selectFrom('learner_lessons').selectAll().where('user_id', '=', learner).execute()
  expect(rows).toEqual([])
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
