import { expect, test } from 'vitest'
import { createEventChannel } from '../rewrite/event-channel.ts'
import type { WireEvent } from '../contract/wire-events.ts'
import { eventStreamResponse, formatEvent, pingMilliseconds } from './event-stream.ts'

const block = (markdown: string): WireEvent => ({
  event: 'section-block',
  data: { section: 'a', index: 0, markdown },
})

/** A clock whose ticks a test calls for. */
function createTicker() {
  const ticks: { milliseconds: number; tick: () => unknown; stopped: boolean }[] = []
  return {
    ticks,
    every: (milliseconds: number, tick: () => unknown) => {
      const timer = { milliseconds, tick, stopped: false }
      ticks.push(timer)
      return () => {
        timer.stopped = true
      }
    },
  }
}

test('an event travels as its name and one line of JSON, whatever its text holds', () => {
  expect(formatEvent(block('a\nb\r\nevent: error\n\ndata: {}'))).toBe(
    'event: section-block\ndata: {"section":"a","index":0,"markdown":"a\\nb\\r\\nevent: error\\n\\ndata: {}"}\n\n',
  )
})

test('the stream holds every event in order and closes after the last', async () => {
  const channel = createEventChannel<WireEvent>()
  const response = eventStreamResponse(channel.items, createTicker().every)
  channel.send(block('one'))
  channel.send(block('two'))
  channel.close()
  expect(await response.text()).toBe(formatEvent(block('one')) + formatEvent(block('two')))
})

test('a comment is sent every ten seconds, and no more once the stream is closed', async () => {
  const channel = createEventChannel<WireEvent>()
  const { every, ticks } = createTicker()
  const response = eventStreamResponse(channel.items, every)
  expect([pingMilliseconds, ticks[0]?.milliseconds]).toEqual([10_000, 10_000])
  ticks[0]?.tick()
  ticks[0]?.tick()
  channel.close()
  expect(await response.text()).toBe(': ping\n\n: ping\n\n')
  expect(ticks[0]?.stopped).toBe(true)
})

test('a reader who leaves stops the comments, and no event sent afterwards fails', async () => {
  const channel = createEventChannel<WireEvent>()
  const { every, ticks } = createTicker()
  const response = eventStreamResponse(channel.items, every)
  await response.body?.cancel()
  expect(ticks[0]?.stopped).toBe(true)
  channel.send(block('nobody reads this'))
  channel.close()
  await expect(channel.items[Symbol.asyncIterator]().next()).resolves.toMatchObject({ done: true })
})
