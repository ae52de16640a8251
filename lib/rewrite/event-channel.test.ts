import { expect, test } from 'vitest'
import { createEventChannel } from './event-channel.ts'

const readAll = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const read: Item[] = []
  for await (const item of items) read.push(item)
  return read
}

test('a channel gives everything that was sent before anyone read, in order', async () => {
  const channel = createEventChannel<number>()
  for (const item of [1, 2, 3]) channel.send(item)
  channel.close()
  expect(await readAll(channel.items)).toEqual([1, 2, 3])
})

test('a reader waits for what is sent later, and ends when the channel is closed', async () => {
  const channel = createEventChannel<number>()
  const reading = readAll(channel.items)
  channel.send(1)
  await Promise.resolve()
  channel.send(2)
  channel.send(3)
  await Promise.resolve()
  channel.close()
  expect(await reading).toEqual([1, 2, 3])
})

test('a channel that is closed while its reader waits lets it go', async () => {
  const channel = createEventChannel<number>()
  const next = channel.items[Symbol.asyncIterator]().next()
  channel.close()
  expect(await next).toEqual({ done: true, value: undefined })
})

test('sending never waits: nobody need ever read', () => {
  const channel = createEventChannel<number>()
  for (let item = 0; item < 10_000; item++) channel.send(item)
  channel.close()
  expect(channel.send(1)).toBeUndefined()
})
