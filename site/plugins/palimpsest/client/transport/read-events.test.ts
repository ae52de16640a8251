import { expect, test } from 'vitest'
import { readEvents } from './read-events.ts'

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = []
  for await (const item of items) {
    collected.push(item)
  }
  return collected
}

const bytes = (text: string) => new TextEncoder().encode(text)

function bodyOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(chunk)
      }
      controller.close()
    },
  })
}

const block = { section: 'one', index: 0, markdown: 'اردو اور `code`' }
const text = `: ping\n\nevent: section-block\ndata: ${JSON.stringify(block)}\n\nevent: weather\ndata: {}\n\nevent: error\ndata: {"error":"x","message":"m","retryable":true}\n\n`

test('readEvents() reads events cut anywhere, even inside a character, and passes over pings and unknown events', async () => {
  const whole = bytes(text)
  const chunks = Array.from({ length: whole.length }, (_, index) => whole.slice(index, index + 1))
  const events = await collect(readEvents(bodyOf(chunks)))
  expect(events).toEqual([
    { event: 'section-block', data: block },
    { event: 'error', data: { error: 'x', message: 'm', retryable: true } },
  ])
})

test('readEvents() throws on an event that is not what the contract says', async () => {
  const body = bodyOf([bytes('event: section-block\ndata: {"section":1}\n\n')])
  await expect(collect(readEvents(body))).rejects.toThrow('Invalid type')
})
