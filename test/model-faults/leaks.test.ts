import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createWriter, stallLimits } from '../../lib/llm/create-writer.ts'
import { unknownUsage } from '../../lib/llm/writer.ts'
import { createTimers } from '../support/create-timers.ts'
import { delta } from '../support/chat-chunks.ts'
import { startHostileModel, type HostileModel } from '../support/hostile-model.ts'
import { watchLeaks, type LeakWatch } from '../support/watch-leaks.ts'

/** Proves that the leak detector of the other suites finds each kind of leak. */

const timers = createTimers({ waitMax: 0 })
let model: HostileModel
let leaks: LeakWatch
/** The listeners for rejections in every other test. */
const listeners = process.listeners('unhandledRejection')

beforeAll(async () => {
  model = await startHostileModel()
})
afterEach(() => {
  leaks.stop()
  for (const listener of listeners) process.on('unhandledRejection', listener)
})
afterAll(() => model.close())

function watchAlone(): void {
  process.removeAllListeners('unhandledRejection')
  leaks = watchLeaks({ timers: timers.left, connections: model.connections })
}

test('nothing is found where nothing is left', async () => {
  watchAlone()
  expect(await leaks.findLeaks()).toEqual([])
})

test('a rejection that nobody handles is found, once', async () => {
  watchAlone()
  void Promise.reject(new Error('unheard'))
  expect(await leaks.findLeaks()).toEqual(['a rejection that nobody handled: Error: unheard'])
  expect(await leaks.findLeaks()).toEqual([])
})

test('a model call that nobody ends is found: its connection and its timers', async () => {
  watchAlone()
  model.follow(() => ({ body: [delta('Some')], ending: 'silence' }))
  const writer = createWriter(
    { apiKey: 'a-key', baseUrl: model.baseUrl, name: 'hostile' },
    { after: timers.after, log: () => {} },
  )
  const pieces = writer.write(
    { instructions: '', messages: [{ role: 'user', content: 'Write.' }] },
    { outputTokensMax: 9, millisecondsMax: 285_000 },
  )
  while ((await pieces.next()).value !== 'Some');
  expect((await leaks.findLeaks()).toSorted()).toEqual([
    'a connection',
    `a timer of ${stallLimits.whole} ms`,
    `a timer of ${stallLimits.nextText} ms`,
  ])
  await pieces.return({ whole: false, reason: 'model-stopped-early', usage: unknownUsage })
  expect(await leaks.findLeaks()).toEqual([])
})

test('a lease that is renewed for ever is found', async () => {
  watchAlone()
  const stop = timers.every(8_000, () => {})
  expect(await leaks.findLeaks()).toEqual(['a timer of 8000 ms'])
  stop()
  expect(await leaks.findLeaks()).toEqual([])
})
