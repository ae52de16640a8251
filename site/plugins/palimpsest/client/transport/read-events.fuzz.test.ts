import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventCharactersMax, readEvents } from './read-events.ts'

interface Read {
  readonly events: readonly unknown[]
  readonly error: unknown
  /** True when the sender was asked to stop. */
  readonly cancelled: boolean
}

/** Reads a body that comes in these chunks; one that is not ended goes on for ever. */
async function read(chunks: readonly Uint8Array[], { ends = true } = {}): Promise<Read> {
  const events: unknown[] = []
  let error: unknown
  let cancelled = false
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) {
        controller.enqueue(chunk)
      }
      if (ends) {
        controller.close()
      }
    },
    cancel() {
      cancelled = true
    },
  })
  try {
    for await (const event of readEvents(body)) {
      events.push(event)
    }
  } catch (thrown) {
    error = thrown
  }
  return { events, error, cancelled }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const cuts = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b)
  return cuts.slice(1).map((place, index) => bytes.slice(cuts[index], place))
}

const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const known = fc.oneof(
  fc.record({
    event: fc.constant('section-block'),
    data: fc.record({ section: text, index: fc.nat(99), markdown: text }),
  }),
  fc.record({
    event: fc.constant('error'),
    data: fc.record({ error: text, message: text, retryable: fc.boolean() }),
  }),
)
const passedOver = fc.constantFrom(
  ': ping\n\n',
  ':\n',
  'event: weather\ndata: {"sun":true}\n\n',
  'event: weather\ndata: not JSON\n\n',
  'data: of no event\n\n',
  'retry: 10\n\n',
  'id: 7\n\n',
  'colour: red\n',
  '\n\n\n',
)
const indents = fc.constantFrom(0, 2)
const lineEnds = fc.constantFrom('\n', '\r\n', '\r')
const stream = fc.array(fc.record({ before: fc.array(passedOver, { maxLength: 3 }), wire: known, indent: indents }), {
  maxLength: 6,
})

test('readEvents() reads the same events, whatever the line ends, what stands between them, and where the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      stream,
      lineEnds,
      fc.boolean(),
      fc.array(fc.nat(), { maxLength: 12 }),
      async (parts, lineEnd, mark, places) => {
        const sent = parts
          .map(({ before, wire: { event, data }, indent }) => {
            const lines = JSON.stringify(data, undefined, indent).split('\n')
            return `${before.join('')}event: ${event}\n${lines.map((line) => `data: ${line}\n`).join('')}\n`
          })
          .join('')
        // A carriage return at the very end may be half of a line end: the next line decides.
        const bytes = bytesOf(`${mark ? '\uFEFF' : ''}${`${sent}: end\n`.replaceAll('\n', lineEnd)}`)
        const { events, error } = await read(cut(bytes, places))
        expect(error).toBeUndefined()
        expect(events).toEqual(parts.map(({ wire }) => wire))
      },
    ),
    { numRuns: 300 },
  )
})

test('readEvents() comes to an end with any bytes', async () => {
  const line = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .constantFrom('event: section-block\n', 'data: ', 'data: {', '{"section":"a"}', '\n', '\r', ': ', '\0')
      .map(bytesOf),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (chunks) => {
      const { error } = await read(chunks)
      expect(error === undefined || error instanceof Error).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['is not JSON', 'event: section-block\ndata: {"sec\n\n', 'Invalid JSON'],
  ['has no data', 'event: section-block\ndata:\n\n', 'Invalid JSON'],
  ['is JSON of another shape', 'event: lesson-end\ndata: 7\n\n', 'Invalid type'],
])('readEvents() stops the sender and says why, when an event %s', async (_case, sent, reason) => {
  const { events, error, cancelled } = await read([bytesOf(sent)], { ends: false })
  expect(events).toEqual([])
  expect(String(error)).toContain(reason)
  expect(cancelled).toBe(true)
})

test('readEvents() reads an event as long as is allowed, and stops the sender of an endless one', async () => {
  const frame = 'event: section-block\ndata: {"section":"a","index":0,"markdown":""}\n\n'
  const chunksOf = (length: number): Uint8Array[] =>
    (frame.replace('""', `"${'x'.repeat(length)}"`).match(/[^]{1,16384}/g) ?? []).map(bytesOf)
  expect((await read(chunksOf(eventCharactersMax - 1_000))).events).toHaveLength(1)
  const { events, error, cancelled } = await read(chunksOf(2 * eventCharactersMax), { ends: false })
  expect(events).toEqual([])
  expect(String(error)).toMatch(/exceed/i)
  expect(cancelled).toBe(true)
})
