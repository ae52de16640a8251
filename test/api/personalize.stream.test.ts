import { expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { eventsNamed } from '../support/read-events.ts'
import { askForLesson, readLesson, streamLesson } from '../support/read-lesson.ts'

test('events leave as text/event-stream that no cache stores and no proxy holds back', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const response = await askForLesson(learner, { lesson_slug: lesson.slug }, { accept: 'text/event-stream' })
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
  await response.text()
})

test('events come as lesson-start, then each section’s blocks before its end, then lesson-end', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  const [start, ...others] = events.map(({ event }) => event)
  expect([start, others.at(-1)]).toEqual(['lesson-start', 'lesson-end'])
  expect(others.filter((event) => event === 'lesson-start' || event === 'lesson-end')).toHaveLength(1)
  for (const id of ['for-you', '_opening', 'torque', 'code', 'danger', 'figure']) {
    const own = events.filter(({ data }) => 'section' in data && data.section === id).map(({ event }) => event)
    expect([id, own.at(-1), own.filter((event) => event === 'section-end').length]).toEqual([id, 'section-end', 1])
  }
  expect(eventsNamed(events, 'lesson-start')).toEqual([
    {
      lesson: { slug: lesson.slug, title: 'Joints and motors', language: 'en' },
      content_hash: lesson.content_hash,
      key: expect.any(String),
      recipe: expect.stringContaining(model),
      model: { name: model, demo: false },
      language: 'en',
      sections: [
        { id: 'for-you', heading: null, state: 'writing' },
        { id: '_opening', heading: null, state: 'writing' },
        { id: 'torque', heading: 'Torque', state: 'writing' },
        { id: 'code', heading: 'Code', state: 'writing' },
        { id: 'danger', heading: 'Danger', state: 'as-written' },
        { id: 'figure', heading: 'Figure', state: 'as-written' },
      ],
    },
  ])
})

test('the blocks of a section, joined, are the text that the JSON answer gives', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  for (const form of ['markdown', 'slots']) {
    const events = await streamLesson(learner, {
      lesson_slug: lesson.slug,
      form,
      dial: form === 'slots' ? 'deeper' : 'as-is',
    })
    const answer = await readLesson(learner, { lesson_slug: lesson.slug, form })
    for (const { id, source, markdown } of answer.sections.filter((section) => section.source === 'rewrite')) {
      const blocks = eventsNamed(events, 'section-block').filter(({ section }) => section === id)
      expect(blocks.map(({ index }) => index)).toEqual(blocks.map((_, index) => index))
      expect([source, blocks.map((block) => block.markdown).join('\n\n')]).toEqual(['rewrite', markdown])
    }
  }
})

test('a section whose blocks stand ends without its text, and with its proof', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  const end = eventsNamed(events, 'section-end').find(({ section }) => section === 'torque')
  expect(end).toEqual({ section: 'torque', source: 'rewrite', cached: false, proof: expect.any(Object) })
  expect(end?.proof).toMatchObject({ verdict: 'accepted', slots: { kept: 1, total: 1 } })
})

test('a cached section comes as one section-end with its whole text, and costs nothing', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug })
  const callsBefore = (await modelCalls(model)).length
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(eventsNamed(events, 'section-block')).toEqual([])
  expect(eventsNamed(events, 'lesson-start')[0]?.sections.map(({ state }) => state)).toEqual([
    ...['cached', 'cached', 'cached', 'cached'],
    ...['as-written', 'as-written'],
  ])
  for (const { id, source, markdown, proof } of sections.filter((section) => section.source === 'rewrite'))
    expect(eventsNamed(events, 'section-end')).toContainEqual({ section: id, source, cached: true, markdown, proof })
  expect(eventsNamed(events, 'lesson-end')).toEqual([
    {
      cached: 4,
      written: 0,
      original: 2,
      usage: { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0 },
      generated_at: expect.any(String),
    },
  ])
  expect(await modelCalls(model)).toHaveLength(callsBefore)
})

test('only what is missing is written: one cached section goes out whole beside those that are written', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, sections: ['torque'] })
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  const ends = eventsNamed(events, 'section-end').filter(({ source }) => source === 'rewrite')
  expect(ends.filter(({ cached }) => cached).map(({ section }) => section)).toEqual(['torque'])
  expect(eventsNamed(events, 'lesson-end')).toMatchObject([{ cached: 1, written: 3, original: 2 }])
  expect((await modelCalls(model)).filter(({ section }) => section === 'torque')).toHaveLength(1)
})

test('a section that stands as written ends at once with the reason, without a text', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(eventsNamed(events, 'section-end').filter(({ source }) => source === 'original')).toEqual([
    { section: 'danger', source: 'original', cached: false, reason: 'no-prose', proof: null },
    { section: 'figure', source: 'original', cached: false, reason: 'no-prose', proof: null },
  ])
})

test('a lesson that cannot be streamed is refused with a status, before any event', async () => {
  const response = await askForLesson(await aLearner(), { lesson_slug: 'no/such' }, { accept: 'text/event-stream' })
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('application/json')
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
