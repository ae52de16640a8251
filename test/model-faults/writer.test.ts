import { expect, test } from 'vitest'
import type { LogEntry } from '../../lib/errors/log-entry.ts'
import { createWriter, stallLimits } from '../../lib/llm/create-writer.ts'
import { unknownUsage, type WritingEnd } from '../../lib/llm/writer.ts'
import { countedUsage, delta, errorChunk, goodStream } from '../support/chat-chunks.ts'
import { createTimers, type Timers } from '../support/create-timers.ts'
import { endSilence } from '../support/end-silence.ts'
import { startHostileModel, type HostileScript } from '../support/hostile-model.ts'
import { guarantee } from '../support/model-fault.ts'
import { modelFaults } from '../support/model-faults.ts'
import { useHostileModel } from '../support/use-hostile-model.ts'

const hostile = useHostileModel()

const text = 'A motor gives torque.\n\nمشین turns — “so far”, so good 🤖.\n\nThe end of it, which is long enough.'

const keyCanary = 'sk-canary-key-91bd'

/** What every line about a failed call says, if it is not said otherwise. */
const line = { event: 'model-failed', reason: 'model-unavailable' }

interface Written {
  readonly text: string
  readonly end: WritingEnd
  readonly logged: readonly LogEntry[]
}

interface WriteOptions {
  readonly onText?: (soFar: string) => void
  readonly timers?: Timers
  readonly millisecondsMax?: number
}

/** Writes to the end; `onText` gets all text so far whenever some came. */
async function write(
  baseUrl: string,
  { onText = () => {}, timers = hostile.timers, millisecondsMax = 285_000 }: WriteOptions = {},
): Promise<Written> {
  const logged: LogEntry[] = []
  const log = (entry: LogEntry): void => void logged.push(entry)
  const writer = createWriter({ apiKey: keyCanary, baseUrl, name: 'hostile' }, { after: timers.after, log })
  const pieces = writer.write(
    { instructions: 'Write.', messages: [{ role: 'user', content: text }] },
    { outputTokensMax: 100, millisecondsMax },
  )
  let written = ''
  for (;;) {
    const step = await pieces.next()
    if (step.done) return { text: written, end: step.value, logged }
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
    const { text: written, end, logged } = await writing
    expect(end).toEqual({
      ...(reader === 'rewrite' ? { whole: true } : { whole: false, reason: reader }),
      usage: tokens === 'counted' ? countedUsage : unknownUsage,
    })
    if (reader === 'rewrite') expect(written).toBe(text)
    expect(hostile.model.calls()).toBe(waits.length + 1)
    expect(hostile.timers.waits()).toEqual(waits)
    expect(logged).toMatchObject([
      ...waits.map((wait, index) => ({ ...line, level: 'info', attempt: index + 1, retry_in_ms: wait })),
      ...(reader === 'rewrite' ? [] : [{ ...line, level: 'error', reason: reader, attempt: waits.length + 1 }]),
    ])
    expect(JSON.stringify(logged)).not.toMatch(/canary|scripted failure|127\.0\.0\.1|motor/)
  },
)

test.each([
  ['a wrong key', { status: 401, body: { code: 'invalid_api_key' } }, { status: 401, code: 'invalid_api_key' }],
  [
    'an account without credit',
    { status: 429, body: { code: 'insufficient_quota', type: 'insufficient_quota' } },
    { status: 429, code: 'insufficient_quota', type: 'insufficient_quota' },
  ],
  ['a page of HTML', { status: 400 }, { status: 400 }],
  ['a code that quotes the key', { status: 401, body: { code: keyCanary, type: `no ${keyCanary}` } }, { status: 401 }],
] as const)('the log says why, of %s, and nothing that was sent', async (_case, { status, ...answer }, facts) => {
  const body = 'body' in answer ? JSON.stringify({ error: { message: `Wrong: ${keyCanary}`, ...answer.body } }) : '<p>'
  hostile.model.follow(() => ({ status, headers: { 'content-type': 'application/json' }, body: [body] }))
  const { logged } = await write(hostile.model.baseUrl)
  expect(logged).toEqual([{ ...line, level: 'error', error_name: 'AI_APICallError', ...facts, attempt: 1 }])
})

test('the log says why of an error inside a stream, and of a server that is not there', async () => {
  hostile.model.follow(() => ({ body: [delta('Half'), errorChunk({ code: 'server_error' })] }))
  expect((await write(hostile.model.baseUrl)).logged).toMatchObject([{ ...line, code: 'server_error' }])
  const gone = await startHostileModel()
  await gone.close()
  expect((await write(gone.baseUrl)).logged.at(-1)).toMatchObject({ ...line, code: 'ECONNREFUSED', attempt: 3 })
})

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
    expect(written, `cut at byte ${position}`).toMatchObject({ text: short, end: { whole: true, usage: countedUsage } })
  }
})

test('a stream whose every byte comes alone gives the same text', async () => {
  hostile.model.follow(() => ({
    body: [...Buffer.from(goodStream(text).join('').replaceAll('\n', '\r\n'))].map((byte) => Uint8Array.of(byte)),
  }))
  expect(await write(hostile.model.baseUrl)).toMatchObject({ text, end: { whole: true, usage: countedUsage } })
})

test('a text that never ends is ended after two minutes', async () => {
  hostile.model.follow(() => ({ body: [delta('On and on')], ending: 'silence' }))
  const { end } = await write(hostile.model.baseUrl, { onText: () => hostile.timers.ring(stallLimits.whole) })
  expect(end).toMatchObject({ whole: false, reason: 'model-timeout' })
})

test('a text that never ends is ended when the time that is left is over', async () => {
  hostile.model.follow(() => ({ body: [delta('On and on')], ending: 'silence' }))
  const onText = (): void => hostile.timers.ring(70_000)
  const { end } = await write(hostile.model.baseUrl, { onText, millisecondsMax: 70_000 })
  expect(end).toMatchObject({ whole: false, reason: 'model-timeout' })
})

test('a wait for another call ends with the time in which the first text must come', async () => {
  const patient = createTimers({ waitMax: 0 })
  hostile.model.follow(() => ({ status: 500 }))
  const writing = write(hostile.model.baseUrl, { timers: patient })
  await expect.poll(() => patient.left()).toContain(500)
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
    { after: hostile.timers.after, log: (entry) => expect(entry).toBeUndefined() },
  )
  const pieces = writer.write(
    { instructions: '', messages: [{ role: 'user', content: text }] },
    { outputTokensMax: 9, millisecondsMax: 285_000 },
  )
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
