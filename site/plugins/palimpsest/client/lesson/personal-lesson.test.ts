import { expect, test } from 'vitest'
import { aLessonProof } from '../../../../../test/support/a-lesson-proof.ts'
import { storageKeys } from '../storage-keys.ts'
import { aDevice, openPage, page, profile, refusal, sent, stream, whole } from './testing/open-page.ts'

const ok = () => Response.json({})

test('a lesson is asked for once, and its events fill the page', async () => {
  const { lesson, asked, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))])
  lesson.ask()
  lesson.ask()
  await untilPhase('done')
  lesson.ask()
  expect(asked.map(({ call }) => call)).toEqual(['POST /api/personalize'])
  expect(lesson.getState().sections['one']).toMatchObject({ blocks: ['one, retold'], key: 'e'.repeat(64), take: 0 })
})

test('answers that the server has not seen are sent first', async () => {
  const { lesson, asked, on, untilPhase } = openPage([ok, ok, () => stream(...whole('one'))], {
    on: aDevice(profile(false)),
  })
  lesson.ask()
  await untilPhase('done')
  expect(asked.map(({ call }) => call)).toEqual([
    'POST /api/user/create',
    'POST /api/onboarding',
    'POST /api/personalize',
  ])
  expect(on.storage.getItem(storageKeys.profile)).toContain('"sent":true')
})

test('a server that has lost the learner is told again', async () => {
  const replies = [() => refusal(404, 'user-not-found'), ok, ok, () => stream(...whole('one'))]
  const { lesson, asked, untilPhase } = openPage(replies)
  lesson.ask()
  await untilPhase('done')
  expect(asked).toHaveLength(4)
})

test('a version whose key is known and whose text is not kept is taken by its key; only the note is asked for', async () => {
  const first = openPage([() => stream(...whole('one'))])
  first.lesson.ask()
  await first.untilPhase('done')
  first.on.lessons.clear()
  const version = {
    lesson: { slug: page.slug, title: 'A', language: 'en' },
    content_hash: page.content_hash,
    key: 'd'.repeat(64),
    recipe: 'r',
    model: { name: 'demo-writer', demo: true },
    language: 'en',
    generated_at: '2026-01-01T00:00:00.000Z',
    proof: aLessonProof,
    sections: [
      {
        id: 'one',
        source: 'rewrite',
        heading: 'One',
        markdown: 'finished text',
        proof: null,
        key: 'e'.repeat(64),
        written_at: '2026-01-01T00:00:00.000Z',
        facets: [],
        dial: 'as-is',
        take: 0,
      },
    ],
  }
  const second = openPage([() => Response.json(version), () => stream(...whole('for-you'))], { on: first.on })
  second.lesson.ask()
  await second.untilPhase('done')
  expect(second.asked[0]?.call).toBe(`GET /api/rewrites/${'d'.repeat(64)}?form=slots`)
  expect(second.asked[1]?.body.sections).toEqual(['for-you'])
  expect(second.lesson.getState().order.map(({ id }) => id)).toEqual(['for-you', 'one'])
  expect(second.lesson.getState().sections['one']).toMatchObject({ blocks: ['finished text'], heading: undefined })
})

test('a reader who leaves is not told of trouble', async () => {
  const { lesson, phases } = openPage([])
  lesson.ask()
  lesson.close()
  await new Promise((resolve) => setImmediate(resolve))
  expect(phases).toEqual(['planning'])
})

test('answers changed in another tab have the lesson told for them', async () => {
  const { lesson, asked, network, on, untilPhase, until } = openPage([
    () => stream(...whole('for-you', 'one')),
    () =>
      stream(sent.start(['for-you', 'one']), sent.end('for-you'), sent.end('one', { markdown: 'other' }), sent.finish),
  ])
  lesson.ask()
  await untilPhase('done')
  on.storage.setItem(storageKeys.profile, profile(true, { education_level: 'high_school' })[storageKeys.profile] ?? '')
  network.comeBack()
  await until((state) => state.phase === 'done' && state.sections['one']?.blocks[0] === 'other')
  expect(asked[1]?.body.sections).toBeUndefined()
})

test('coming back to the page with the same answers asks for nothing', async () => {
  const { lesson, asked, network, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))])
  lesson.ask()
  await untilPhase('done')
  network.comeBack()
  expect(lesson.getState().phase).toBe('done')
  expect(asked).toHaveLength(1)
})

test('a profile that another tab has forgotten leaves the text that is here', async () => {
  const { lesson, network, on, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))])
  lesson.ask()
  await untilPhase('done')
  on.storage.removeItem(storageKeys.profile)
  network.comeBack()
  expect(lesson.getState().sections['one']?.phase).toBe('rewritten')
})

const keptBecause = (reason: string) => ({
  source: 'original',
  markdown: undefined,
  key: null,
  written_at: null,
  reason,
})

test('what was kept because of passing trouble is asked for again, and nothing else', async () => {
  const { lesson, asked, untilPhase, until } = openPage([
    () =>
      stream(
        sent.start(['for-you', 'one', 'two', 'three', 'four']),
        sent.end('for-you', keptBecause('model-timeout')),
        sent.end('one'),
        sent.end('two', keptBecause('model-unavailable')),
        sent.end('three', keptBecause('no-prose')),
        sent.end('four', keptBecause('invented-measurement')),
        sent.finish,
      ),
    () => stream(...whole('for-you', 'two')),
  ])
  lesson.ask()
  await untilPhase('done')
  lesson.ask()
  expect(asked).toHaveLength(1)
  lesson.askAgain()
  await until((state) => state.phase === 'done' && state.sections['two']?.phase === 'rewritten')
  expect(asked[1]?.body.sections).toEqual(['for-you', 'two'])
  expect(lesson.getState().sections).toMatchObject({ one: { blocks: ['one, retold'] }, four: { phase: 'kept' } })
})

test('a lesson with nothing more to be had is not asked for again', async () => {
  const { lesson, asked, untilPhase } = openPage([
    () => stream(sent.start(['one', 'two']), sent.end('one'), sent.end('two', keptBecause('locked')), sent.finish),
  ])
  lesson.ask()
  await untilPhase('done')
  lesson.askAgain()
  await untilPhase('done')
  expect(asked).toHaveLength(1)
})

test('a second try that fails leaves what is here, and can be tried again', async () => {
  const { lesson, asked, untilPhase } = openPage([
    () =>
      stream(sent.start(['one', 'two']), sent.end('one'), sent.end('two', keptBecause('waited-too-long')), sent.finish),
    () => refusal(503, 'database-unavailable'),
    () => stream(...whole('two')),
  ])
  lesson.ask()
  await untilPhase('done')
  lesson.askAgain()
  await untilPhase('failed')
  expect(lesson.getState().sections['one']?.phase).toBe('rewritten')
  lesson.askAgain()
  await untilPhase('done')
  expect(asked.map(({ body }) => body.sections)).toEqual([undefined, ['two'], ['two']])
})
