import { expect, test } from 'vitest'
import { graduate } from '../../../../../test/support/graduate.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import { findVersionKey } from '../transport/find-version-key.ts'
import { aDevice, aVersion, openPage, page, profile, refusal, sent, stream, whole } from './testing/open-page.ts'

const ok = () => Response.json({})

test('a lesson is asked for once, and its events fill the page', async () => {
  const { lesson, asked, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))])
  lesson.ask()
  lesson.ask()
  await untilPhase('done')
  lesson.ask()
  expect(asked.map(({ call }) => call)).toEqual(['POST /api/personalize'])
  expect(lesson.getState().sections['one']).toMatchObject({
    blocks: ['one, rewritten'],
    key: 'e'.repeat(64),
    variant: 0,
  })
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

test('a server that has lost the learner is sent the answers again', async () => {
  const replies = [() => refusal(404, 'user-not-found'), ok, ok, () => stream(...whole('one'))]
  const { lesson, asked, untilPhase } = openPage(replies)
  lesson.ask()
  await untilPhase('done')
  expect(asked).toHaveLength(4)
})

/** A device whose lessons had to make room, on which the server has said how it writes. */
async function aDeviceThatStarted() {
  const { lesson, on, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))])
  lesson.ask()
  await untilPhase('done')
  await new Promise((resolve) => setImmediate(resolve))
  on.lessons.clear()
  return on
}

test('the first lesson of a device is asked for without a guess', async () => {
  const { lesson, versionsAsked, untilPhase } = openPage([() => stream(...whole('for-you', 'one'))])
  lesson.ask()
  await untilPhase('done')
  expect(versionsAsked).toEqual([])
})

test('a finished version is taken by its key; then the note alone is asked for, and the server learns what is read', async () => {
  const on = await aDeviceThatStarted()
  const key = await findVersionKey(on.storage, page, graduate)
  const note = () => stream(...whole('for-you'))
  const { lesson, asked, versionsAsked, untilPhase } = openPage([note], { on, version: () => Response.json(aVersion) })
  lesson.ask()
  await untilPhase('done')
  expect(versionsAsked).toEqual([`GET /api/rewrites/${key}?form=slots&missing=204`])
  expect(asked.map(({ body }) => [body.sections, body.version])).toEqual([[['for-you'], key]])
  expect(lesson.getState().order.map(({ id }) => id)).toEqual(['for-you', 'one'])
  expect(lesson.getState().sections['one']).toMatchObject({ blocks: ['finished text'], heading: undefined })
})

test('the text of a finished version stands before the note is asked for, and whatever becomes of it', async () => {
  const on = await aDeviceThatStarted()
  const asking = () => {
    expect(lesson.getState().sections['one']?.phase).toBe('rewritten')
    return refusal(429, 'too-many-requests')
  }
  const { lesson, asked, untilPhase } = openPage([asking, () => stream(...whole('for-you'))], {
    on,
    version: () => Response.json(aVersion),
  })
  lesson.ask()
  await untilPhase('failed')
  expect(lesson.getState().sections['one']?.blocks).toEqual(['finished text'])
  lesson.ask()
  await untilPhase('done')
  expect(asked[1]?.body).toEqual(asked[0]?.body)
})

test('the server learns once what is read', async () => {
  const on = await aDeviceThatStarted()
  const original = sent.end('for-you', { source: 'original', reason: 'model-timeout', markdown: undefined, key: null })
  const { lesson, asked, untilPhase, until } = openPage(
    [() => stream(sent.start(['for-you']), original, sent.finish), () => stream(...whole('for-you'))],
    { on, version: () => Response.json(aVersion) },
  )
  lesson.ask()
  await untilPhase('done')
  lesson.askAgain()
  await until((state) => state.sections['for-you']?.phase === 'rewritten' && state.phase === 'done')
  expect(asked.map(({ body }) => [body.sections, body.version === undefined])).toEqual([
    [['for-you'], false],
    [['for-you'], true],
  ])
})

test('where there is no finished version the whole lesson is asked for, and what the server says is learned', async () => {
  const on = await aDeviceThatStarted()
  const other = whole('for-you', 'one').map((event) => event.replace('p1/demo-writer', 'p2/another'))
  const { lesson, asked, versionsAsked, untilPhase } = openPage([() => stream(...other)], { on })
  const before = await findVersionKey(on.storage, page, graduate)
  lesson.ask()
  await untilPhase('done')
  expect([versionsAsked.length, asked.map(({ body }) => [body.sections, body.version])]).toEqual([
    1,
    [[undefined, undefined]],
  ])
  const after = await findVersionKey(on.storage, page, graduate)
  expect([after === undefined, after === before]).toEqual([false, false])
})

test('a reader who leaves sees no error', async () => {
  const { lesson, phases } = openPage([])
  lesson.ask()
  lesson.close()
  await new Promise((resolve) => setImmediate(resolve))
  expect(phases).toEqual(['planning'])
})

test('answers changed in another tab have the lesson rewritten for them', async () => {
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

test('what stayed original because of a passing error is asked for again, and nothing else', async () => {
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
  expect(lesson.getState().sections).toMatchObject({ one: { blocks: ['one, rewritten'] }, four: { phase: 'original' } })
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
