import { describe, expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aLesson, testDatabase } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { modelCalls } from '../support/call.ts'
import { expectModelFailures } from '../support/expect-model-failures.ts'
import { eventsNamed } from '../support/read-events.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'

/** The rows of the cache for a model, whose name is in its recipe. */
const rowsOf = (model: string) =>
  testDatabase()
    .selectFrom('personalized_content_cache')
    .select(['section_id', 'state', 'content', 'verifier_version'])
    .where('recipe', 'like', `%${model}`)
    .execute()

const torque = { sections: ['torque'] }

test('a text that lost a slot is mended in a second call, which names what was found', async () => {
  const model = aModel('mends')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  expect(sections).toMatchObject([{ source: 'rewrite', proof: { verdict: 'accepted', attempts: 2 } }])
  const calls = await modelCalls(model)
  expect(calls.map(({ repair }) => repair)).toEqual([false, true])
  const { role, content = '' } = calls[1]?.messages.at(-1) ?? {}
  expect(role).toBe('user')
  expect(content).toContain('slot-missing: Missing: [[slot:k1]].')
})

test('a mended text arrives whole in section-end, in place of the blocks of the first one', async () => {
  aModel('mends')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug, ...torque })
  const [end] = eventsNamed(events, 'section-end')
  expect(end).toMatchObject({ section: 'torque', source: 'rewrite', cached: false })
  expect(end?.markdown).toContain('\\tau = F \\cdot r')
  expect(
    eventsNamed(events, 'section-block')
      .map(({ markdown }) => markdown)
      .join('\n'),
  ).not.toContain('\\tau')
})

test('the usage of a mended section is that of both calls', async () => {
  aModel('mends')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { summary } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  expect(summary.usage).toEqual({ input_tokens: 200, cached_input_tokens: 40, output_tokens: 100 })
})

describe('a text that is rejected twice', () => {
  test('leaves the original with the reason and the proof, and is stored nowhere', async () => {
    const model = aModel('never-mends')
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    const answer = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    expect(answer.sections).toMatchObject([
      {
        source: 'original',
        cached: false,
        reason: 'slot-missing',
        proof: { verdict: 'rejected', reasons: ['slot-missing'], attempts: 2, slots: { preserved: 0, total: 1 } },
      },
    ])
    expect(answer.sections[0]?.markdown).toContain('A motor gives torque, which is a turning force.')
    expect(answer.personalized_content).not.toContain('This is the part that you asked for.')
    expect(await rowsOf(model)).toMatchObject([{ section_id: 'torque', state: 'rejected', content: null }])
  })

  test('is remembered: the next read says so at once, and asks no model', async () => {
    const model = aModel('never-mends')
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    expect(sections).toMatchObject([{ source: 'original', cached: true, reason: 'slot-missing' }])
    expect(await modelCalls(model)).toHaveLength(2)
  })

  test('is tried again when the time it is remembered for is over', async () => {
    const model = aModel('never-mends')
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    await testDatabase()
      .updateTable('personalized_content_cache')
      .set({ lease_until: new Date(0) })
      .where('recipe', 'like', `%${model}`)
      .execute()
    await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    expect(await modelCalls(model)).toHaveLength(4)
  })

  test('takes its blocks back from a reader of events', async () => {
    aModel('never-mends')
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    const events = await streamLesson(learner, { lesson_slug: lesson.slug, ...torque })
    expect(eventsNamed(events, 'section-end')).toMatchObject([{ source: 'original', reason: 'slot-missing' }])
    expect(eventsNamed(events, 'section-end')[0]).not.toHaveProperty('markdown')
    expect(eventsNamed(events, 'lesson-end')).toMatchObject([{ cached: 0, written: 0, original: 1 }])
  })
})

describe.each([
  ['stops-early', 'model-stopped-early'],
  ['refuses', 'model-refused'],
  ['silent', 'empty'],
  ['fails', 'model-unavailable'],
  ['no-such-model', 'model-unavailable'],
])('a model that %s', (script, reason) => {
  test(`leaves the original with the reason ${reason}, and no text stored`, async () => {
    const model = aModel(script)
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    const answer = await readLesson(learner, { lesson_slug: lesson.slug })
    const rewritten = answer.sections.filter(({ id }) => !['danger', 'figure'].includes(id))
    expect(rewritten.map((section) => [section.source, section.reason, section.proof])).toEqual(
      rewritten.map(() => ['original', reason, null]),
    )
    expect(answer).toMatchObject({ cached: false, summary: { cached: 0, written: 0, original: 6 } })
    expect(answer.personalized_content).toContain('A motor gives torque, which is a turning force.')
    expect(new Set((await rowsOf(model)).map(({ state }) => state))).toEqual(new Set(['failed']))
    expectModelFailures(reason, rewritten.length)
  })

  test('is not asked again before the section has rested, and is once it has', async () => {
    const model = aModel(script)
    const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
    await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    const asked = (await modelCalls(model)).length
    const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    expect(sections).toMatchObject([{ source: 'original', cached: true, reason }])
    expect((await modelCalls(model)).length).toBe(asked)
    await testDatabase()
      .updateTable('personalized_content_cache')
      .set({ lease_until: new Date(0) })
      .where('recipe', 'like', `%${model}`)
      .execute()
    await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
    expect((await modelCalls(model)).length).toBe(asked * 2)
    expect(asked).toBeGreaterThan(0)
    expectModelFailures(reason, asked * 2)
  })
})

test('a model that fails in the repair leaves the original, and the section rests', async () => {
  const model = aModel('fails-at-repair')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  expect(sections).toMatchObject([{ source: 'original', cached: false, reason: 'model-unavailable' }])
  expect(await rowsOf(model)).toMatchObject([{ state: 'failed' }])
  expectModelFailures('model-unavailable', 1)
})

test('a model that talks about its work is mended or rejected, never shown', async () => {
  aModel('chats')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const events = await streamLesson(learner, { lesson_slug: lesson.slug, ...torque })
  expect(eventsNamed(events, 'section-block')).toEqual([])
  expect(eventsNamed(events, 'section-end')).toMatchObject([{ source: 'original', reason: 'meta-text' }])
})

test('an error in one section leaves the others alone: they are written', async () => {
  aModel('slots-lost-in-code')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(sections.map(({ id, source }) => `${id} ${source}`)).toEqual([
    'for-you rewrite',
    '_opening rewrite',
    'torque rewrite',
    'code original',
    'danger original',
    'figure original',
  ])
})

test('a lease that its writer left behind is taken over when it has run out', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  await testDatabase()
    .updateTable('personalized_content_cache')
    .set({ state: 'writing', content: null, lease_token: crypto.randomUUID(), lease_until: new Date(0) })
    .where('recipe', 'like', `%${model}`)
    .execute()
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  expect(sections).toMatchObject([{ source: 'rewrite', cached: false }])
  expect(await modelCalls(model)).toHaveLength(2)
})

test('a rewrite that an older verifier accepted and today’s accepts too is served from the cache', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  await setStored(model, { verifier_version: 0 })
  expect(await readLesson(learner, { lesson_slug: lesson.slug, ...torque })).toMatchObject({ cached: true })
  expect(await modelCalls(model)).toHaveLength(1)
})

test('a rewrite that an older verifier accepted and today’s rejects is written again', async () => {
  const model = aModel('echo')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  await setStored(model, { verifier_version: 0, content: 'Too short.' })
  const { sections } = await readLesson(learner, { lesson_slug: lesson.slug, ...torque })
  expect(sections).toMatchObject([{ source: 'rewrite', cached: false }])
  expect(sections[0]?.markdown).toContain('\\tau')
  expect(await modelCalls(model)).toHaveLength(2)
  expect(await rowsOf(model)).toMatchObject([{ state: 'ready', verifier_version: expect.any(Number) }])
})

const setStored = (model: string, values: { verifier_version: number; content?: string }) =>
  testDatabase().updateTable('personalized_content_cache').set(values).where('recipe', 'like', `%${model}`).execute()
