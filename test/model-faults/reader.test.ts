import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { createEndpoint } from '../../lib/http/endpoint.ts'
import { postPersonalize, type PersonalizeServices } from '../../lib/http/endpoints/personalize.ts'
import { createWriter } from '../../lib/llm/create-writer.ts'
import { unknownUsage } from '../../lib/llm/writer.ts'
import { writingRoot } from '../../lib/runtime/writing-root.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { countedUsage, goodStream } from '../support/chat-chunks.ts'
import { backgroundWork } from '../support/background-work.ts'
import { endSilence } from '../support/end-silence.ts'
import { faultRow } from '../support/fault-row.ts'
import { guarantee } from '../support/model-fault.ts'
import { modelFaults } from '../support/model-faults.ts'
import { eventsNamed, readEvents } from '../support/read-events.ts'
import { useHostileModel } from '../support/use-hostile-model.ts'

const hostile = useHostileModel()

/** The lesson's section on torque, as events, from the endpoint with its live services; only the model's timers are ours. */
async function read(name: string, { learner, slug }: { learner: string; slug: string }) {
  const endpoint = createEndpoint<PersonalizeServices>(
    { route: '/api/personalize', POST: postPersonalize },
    {
      ...writingRoot,
      createServices: (id, timing) => ({
        ...writingRoot.createServices(id, timing),
        writer: createWriter(
          { apiKey: 'a-key', baseUrl: hostile.model.baseUrl, name },
          { after: hostile.timers.after, log: () => {} },
        ),
      }),
    },
  )
  const response = await call(endpoint, 'POST /api/personalize', {
    body: { lesson_slug: slug, sections: ['torque'] },
    headers: { 'x-user-id': learner, accept: 'text/event-stream' },
  })
  const events = await readEvents(response)
  await backgroundWork()
  return {
    blocks: eventsNamed(events, 'section-block'),
    section: eventsNamed(events, 'section-end')[0],
    lesson: eventsNamed(events, 'lesson-end')[0],
  }
}

const rowsOf = (name: string) =>
  testDatabase()
    .selectFrom('personalized_content_cache')
    .select(['section_id', 'state'])
    .where('recipe', 'like', `%${name}`)
    .execute()

test.each(modelFaults.map((fault) => ({ ...fault, guarantee: guarantee(fault) })))(
  'a learner who reads under the fault "$fault": $guarantee',
  async ({ answers, ending, reader, begun = false, waits, tokens }) => {
    const name = aModel('hostile')
    const [learner, { slug }] = await Promise.all([aLearner(), aLesson()])
    hostile.model.follow(...answers)
    const reading = read(name, { learner, slug })
    if (ending) await endSilence(ending, hostile)
    const { blocks, section, lesson } = await reading
    const usage = tokens === 'counted' ? countedUsage : unknownUsage
    if (reader === 'rewrite') {
      expect(section).toMatchObject({ source: 'rewrite', cached: false, proof: { verdict: 'accepted', usage } })
      expect(blocks.map(({ markdown }) => markdown).join('\n\n')).toMatch(
        /^This is the part that you asked for\.[^]*why arms are light\.$/,
      )
    } else {
      expect(section).toEqual({
        ...{ section: 'torque', source: 'original', cached: false, reason: reader, proof: null },
        ...{ key: expect.any(String), written_at: null },
      })
      expect(blocks.length > 0).toBe(begun)
    }
    expect(lesson).toMatchObject({ cached: 0, written: reader === 'rewrite' ? 1 : 0, usage })
    expect(await rowsOf(name)).toEqual([{ section_id: 'torque', state: reader === 'rewrite' ? 'ready' : 'failed' }])
    expect(hostile.model.calls()).toBe(waits.length + 1)
    expect(hostile.timers.waits()).toEqual(waits)
  },
)

test('a learner who comes back when the model is well again, and the section has rested, gets the rewrite', async () => {
  const name = aModel('hostile')
  const [learner, { slug }] = await Promise.all([aLearner(), aLesson()])
  hostile.model.follow(() => ({ status: 401 }))
  expect((await read(name, { learner, slug })).section).toMatchObject({ source: 'original' })
  await testDatabase()
    .updateTable('personalized_content_cache')
    .set({ lease_until: new Date(0) })
    .execute()
  hostile.model.follow((text) => ({ body: goodStream(text) }))
  expect((await read(name, { learner, slug })).section).toMatchObject({ source: 'rewrite', cached: false })
  expect((await read(name, { learner, slug })).section).toMatchObject({ source: 'rewrite', cached: true })
  expect(hostile.model.calls()).toBe(1)
})

test('a repair that breaks off stores no text and leaves the original', async () => {
  const name = aModel('hostile')
  const [learner, { slug }] = await Promise.all([aLearner(), aLesson()])
  hostile.model.follow(
    (text) => ({ body: goodStream(text.replace('[[slot:k1]]', '')) }),
    (text) => ({ body: goodStream(text).slice(0, 2) }),
  )
  const { section, lesson } = await read(name, { learner, slug })
  expect(section).toMatchObject({ source: 'original', reason: 'model-stopped-early' })
  expect(lesson?.usage).toEqual(unknownUsage)
  expect(await rowsOf(name)).toEqual([{ section_id: 'torque', state: 'failed' }])
  expect(hostile.model.calls()).toBe(2)
})

test('the guide has one row for each fault that is injected here', async () => {
  const page = await readFile(new URL('../../site/guide/what-can-go-wrong.md', import.meta.url), 'utf8')
  for (const fault of modelFaults) expect(page.split('\n')).toContain(faultRow(fault))
})
