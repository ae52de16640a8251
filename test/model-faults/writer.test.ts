import { expect, test } from 'vitest'
import { createWriter, stallLimits } from '../../lib/llm/create-writer.ts'
import { unknownUsage, type WritingEnd } from '../../lib/llm/writer.ts'
import { countedUsage, delta, goodStream } from '../support/chat-chunks.ts'
import { createTimers, type Timers } from '../support/create-timers.ts'
import { endSilence } from '../support/end-silence.ts'
import { startHostileModel, type HostileScript } from '../support/hostile-model.ts'
import { guarantee, modelFaults } from '../support/model-faults.ts'
import { useHostileModel } from '../support/use-hostile-model.ts'

const hostile = useHostileModel()

const text = 'A motor gives torque.\n\nمشین turns — “so far”, so good 🤖.\n\nThe end of it, which is long enough.'

interface Written {
  readonly text: string
  readonly end: WritingEnd
}

/** Writes to the end; `onText` is told of all text so far whenever some came. */
async function write(
  baseUrl: string,
  { onText = () => {}, timers = hostile.timers }: { onText?: (soFar: string) => void; timers?: Timers } = {},
): Promise<Written> {
  const writer = createWriter({ apiKey: 'a-key', baseUrl, name: 'hostile' }, { after: timers.after })
  const pieces = writer.write(
    { instructions: 'Write.', messages: [{ role: 'user', content: text }] },
    { outputTokensMax: 100 },
  )
  let written = ''
  for (;;) {
    const step = await pieces.next()
    if (step.done) return { text: written, end: step.value }
    written += step.value
    if (step.value !== '') onText(written)
  }
}

test.each(modelFaults.map((fault) => ({ ...fault, guarantee: guarantee(fault) })))(
  'a writer under the fault "$fault": $guarantee',
  async ({ answers, ending, reader, waits, tokens }) => {
    hostile.model.follow(...answers)
    const writing = write(hostile.model.baseUrl)
    if (ending) await endSilence(ending, hostile)
    const { text: written, end } = await writing
    expect(end).toEqual({
      ...(reader === 'rewrite' ? { whole: true } : { whole: false, reason: reader }),
      usage: tokens === 'counted' ? countedUsage : unknownUsage,
    })
    if (reader === 'rewrite') expect(written).toBe(text)
    expect(hostile.model.calls()).toBe(waits.length + 1)
    expect(hostile.timers.waits()).toEqual(waits)
  },
)

test('nothing that comes after a hole in the text is passed on', async () => {
  hostile.model.follow(() => ({ body: [delta('Before.'), 'data: {"cho\n\n', ...goodStream(' After.')] }))
  expect((await write(hostile.model.baseUrl)).text).toBe('Before.')
})

test('a stream that is cut at any byte position into two packets gives the same text', async () => {
  const short = 'ایک 🤖'
  const bytes = Buffer.from(goodStream(short).join('').replaceAll('"object":"chat.completion.chunk",', ''))
  for (let position = 1; position < bytes.length; position++) {
    hostile.model.follow(() => ({ body: [bytes.subarray(0, position), bytes.subarray(position)] }))
    const written = await write(hostile.model.baseUrl)
    expect(written, `cut at byte ${position}`).toEqual({ text: short, end: { whole: true, usage: countedUsage } })
  }
})

test('a stream whose every byte comes alone gives the same text', async () => {
  hostile.model.follow(() => ({
    body: [...Buffer.from(goodStream(text).join('').replaceAll('\n', '\r\n'))].map((byte) => Uint8Array.of(byte)),
  }))
  expect(await write(hostile.model.baseUrl)).toEqual({ text, end: { whole: true, usage: countedUsage } })
})

test('a text that never ends is ended after two minutes', async () => {
  hostile.model.follow(() => ({ body: [delta('On and on')], ending: 'silence' }))
  const { end } = await write(hostile.model.baseUrl, { onText: () => hostile.timers.ring(stallLimits.whole) })
  expect(end).toMatchObject({ whole: false, reason: 'model-timeout' })
})

test('a wait for another call ends with the time in which the first text must come', async () => {
  const patient = createTimers({ waitMax: 0 })
  hostile.model.follow(() => ({ status: 500 }))
  const writing = write(hostile.model.baseUrl, { timers: patient })
  await expect.poll(() => patient.left(), { timeout: 10_000 }).toContain(500)
  patient.ring(stallLimits.firstText)
  expect((await writing).end).toMatchObject({ whole: false, reason: 'model-timeout' })
  expect(patient.left()).toEqual([])
  expect(hostile.model.calls()).toBe(1)
})

test('a server that cannot be reached is asked three times', async () => {
  const gone = await startHostileModel()
  await gone.close()
  expect((await write(gone.baseUrl)).end).toMatchObject({ whole: false, reason: 'model-unavailable' })
  expect(hostile.timers.waits()).toEqual([500, 2_000])
})

test('a reader of the text who leaves closes the call', async () => {
  hostile.model.follow(() => ({ body: [delta('Some')], ending: 'silence' }))
  const writer = createWriter(
    { apiKey: 'a-key', baseUrl: hostile.model.baseUrl, name: 'hostile' },
    { after: hostile.timers.after },
  )
  const pieces = writer.write({ instructions: '', messages: [{ role: 'user', content: text }] }, { outputTokensMax: 9 })
  for await (const piece of pieces) if (piece === 'Some') break
  expect(hostile.model.calls()).toBe(1)
})

const limited = (headers: Readonly<Record<string, string>>): HostileScript => {
  return () => ({ status: 429, headers })
}
const date = 'Sun, 22 Nov 2026 10:00:00 GMT'

test.each([
  ['a date is counted from the server’s own clock', { date, 'retry-after': 'Sun, 22 Nov 2026 10:00:05 GMT' }, [5_000]],
  ['a date that is past asks for no wait', { date, 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT' }, [0, 0]],
  ['what cannot be read leaves our own waits', { 'retry-after': 'soon', 'retry-after-ms': 'x' }, [500, 2_000]],
  ['two waits of 5 s are more than 8 s: only one is made', { 'retry-after': '5' }, [5_000]],
  ['8 s are waited', { 'retry-after-ms': '8000' }, [8_000]],
  ['one millisecond more is not', { 'retry-after-ms': '8001' }, []],
])('of a wait that a server asks for: %s', async (_name, headers, waits) => {
  hostile.model.follow(limited(headers))
  expect((await write(hostile.model.baseUrl)).end).toMatchObject({ whole: false, reason: 'model-unavailable' })
  expect(hostile.timers.waits()).toEqual(waits)
})
