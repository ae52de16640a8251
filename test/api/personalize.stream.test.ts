import { expect, test } from 'vitest'
import rewrites from '../../api/rewrites/[key].ts'
import type { SectionEnd, WireEvent } from '../../lib/contract/wire-events.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, modelCalls } from '../support/call.ts'
import { forgetVersions } from '../support/forget-versions.ts'
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
  const anyReading = { facets: expect.any(Array), level: 'as-is', variant: 0 }
  expect(eventsNamed(events, 'lesson-start')).toEqual([
    {
      lesson: { slug: lesson.slug, title: 'Joints and motors', language: 'en' },
      content_hash: lesson.content_hash,
      key: expect.any(String),
      recipe: expect.stringContaining(model),
      model: { name: model, demo: false },
      language: 'en',
      sections: [
        { id: 'for-you', heading: null, state: 'writing', ...anyReading },
        { id: '_opening', heading: null, state: 'writing', ...anyReading },
        { id: 'torque', heading: 'Torque', state: 'writing', ...anyReading },
        { id: 'code', heading: 'Code', state: 'writing', ...anyReading },
        { id: 'danger', heading: 'Danger', state: 'as-written', ...anyReading },
        { id: 'figure', heading: 'Figure', state: 'as-written', ...anyReading },
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
      level: form === 'slots' ? 'deeper' : 'as-is',
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
  expect(end).toEqual({
    section: 'torque',
    source: 'rewrite',
    cached: false,
    proof: expect.any(Object),
    key: expect.stringMatching(/^[0-9a-f]{64}$/),
    written_at: expect.stringMatching(/^\d{4}-.*Z$/),
  })
  expect(end?.proof).toMatchObject({ verdict: 'accepted', slots: { preserved: 1, total: 1 } })
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
  for (const { id, source, markdown, proof, key } of sections.filter((section) => section.source === 'rewrite'))
    expect(eventsNamed(events, 'section-end')).toContainEqual({
      ...{ section: id, source, cached: true, markdown, proof, key },
      written_at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
  expect(eventsNamed(events, 'lesson-end')).toEqual([
    {
      cached: 4,
      written: 0,
      original: 2,
      usage: { input_tokens: 0, cached_input_tokens: 0, output_tokens: 0 },
      generated_at: expect.any(String),
      proof: expect.objectContaining({ sections: 3, slots: { preserved: 2, total: 2 }, attempts: 3 }),
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

const nothingWritten = { proof: null, key: null, written_at: null }

test('lesson-start names the questions each section depends on, and how this request reads it', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const body = { lesson_slug: lesson.slug, level: 'simpler' }
  await readLesson(learner, { lesson_slug: lesson.slug })
  await forgetVersions(learner)
  const [start] = eventsNamed(await streamLesson(learner, body), 'lesson-start')
  const reading = { level: 'simpler', variant: 1 }
  const prose = ['preferred_language', 'education_level', 'robotics_background']
  const code = ['preferred_language', 'education_level', 'programming_experience', 'robotics_background']
  const note = [...prose, 'learning_goals']
  expect(start?.sections.map(({ id, heading: _heading, state: _state, ...read }) => [id, read])).toEqual([
    ['for-you', { ...reading, facets: note }],
    ['_opening', { ...reading, facets: prose }],
    ['torque', { ...reading, facets: prose }],
    ['code', { ...reading, facets: code }],
    ['danger', { ...reading, facets: prose }],
    ['figure', { ...reading, facets: prose }],
  ])
})

test('a rewrite keeps its key and, once it is cached, its date, and both are in the version’s answer', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const endOfTorque = (events: readonly WireEvent[]): SectionEnd | undefined =>
    eventsNamed(events, 'section-end').find(({ section }) => section === 'torque')
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  const cached = endOfTorque(await streamLesson(learner, { lesson_slug: lesson.slug }))
  expect(cached?.key).toBe(endOfTorque(events)?.key)
  const version = await call(rewrites, `GET /api/rewrites/${eventsNamed(events, 'lesson-start')[0]?.key}`)
  const { sections } = (await version.json()) as { sections: { id: string; key: string; written_at: string }[] }
  expect(sections.find(({ id }) => id === 'torque')).toMatchObject({
    key: cached?.key,
    written_at: cached?.written_at,
  })
})

test('a section that stands as written ends at once with the reason, without a text', async () => {
  aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(eventsNamed(events, 'section-end').filter(({ source }) => source === 'original')).toEqual([
    { section: 'danger', source: 'original', cached: false, reason: 'no-prose', ...nothingWritten },
    { section: 'figure', source: 'original', cached: false, reason: 'no-prose', ...nothingWritten },
  ])
})

test('a lesson that cannot be streamed is refused with a status, before any event', async () => {
  const response = await askForLesson(await aLearner(), { lesson_slug: 'no/such' }, { accept: 'text/event-stream' })
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('application/json')
})
