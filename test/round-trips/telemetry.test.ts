import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { listen } from '../../local/listen.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { keptAlive } from '../support/kept-alive.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { readLesson, streamLesson } from '../support/read-lesson.ts'
import { startScriptedModel } from '../support/scripted-model.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

interface ReceivedSpan {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly startTimeUnixNano: string
  readonly endTimeUnixNano: string
  readonly attributes: readonly {
    key: string
    value: { stringValue?: string; intValue?: string; doubleValue?: number }
  }[]
  readonly status?: { code: number }
}

/** What a receiver of OTLP over HTTP was sent: one batch for each request. */
const batches: { path: string; key: string | undefined; text: string; spans: ReceivedSpan[] }[] = []
const receiver = createServer((request, response) => void receive(request, response))

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = Buffer.concat((await request.toArray()) as Buffer[]).toString()
  const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: ReceivedSpan[] }[] }[] }
  const spans = resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
  batches.push({ path: request.url ?? '', key: request.headers['x-key'] as string | undefined, text, spans })
  response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
}

let database: StartedDatabase
let model: Awaited<ReturnType<typeof startScriptedModel>>
let listening: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  ;[model, database, listening] = await Promise.all([
    startScriptedModel(),
    startDatabase(),
    listen(receiver, { port: 0 }),
  ])
  Object.assign(process.env, {
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
  })
})
afterAll(async () => {
  await listening.close()
  await database.close()
  await model.close()
})
beforeEach(() => {
  batches.length = 0
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `${listening.url}/`,
    OTEL_EXPORTER_OTLP_HEADERS: 'x-key=a%20secret',
  })
})
afterEach(keptAlive)

const valueOf = ({ attributes }: ReceivedSpan, key: string) => attributes.find((one) => one.key === key)?.value

test('a written lesson is one trace: the request, and below it its statements and model calls, each within it', async () => {
  const name = aModel('mends')
  const [learner, lesson] = [await aLearner(), await publishLesson(database.db)]
  await streamLesson(learner, { lesson_slug: lesson.slug })
  expect(batches).toHaveLength(1)
  const [{ path, key, text, spans } = { path: '', key: '', text: '', spans: [] }] = batches
  expect([path, key]).toEqual(['/v1/traces', 'a secret'])
  const [root, ...more] = spans.filter(({ parentSpanId }) => parentSpanId === undefined)
  expect(more).toEqual([])
  expect(root).toMatchObject({ name: 'POST /api/personalize', traceId: expect.stringMatching(/^[0-9a-f]{32}$/) })
  expect(valueOf(root as ReceivedSpan, 'http.response.status_code')).toEqual({ intValue: '200' })
  expect(valueOf(root as ReceivedSpan, 'palimpsest.lesson')).toEqual({ stringValue: lesson.slug })
  const below = spans.filter((span) => span !== root)
  expect(new Set(below.map((span) => span.name))).toEqual(new Set(['postgresql', `chat ${name}`]))
  for (const span of below) {
    expect([span.traceId, span.parentSpanId]).toEqual([root?.traceId, root?.spanId])
    // A statement's beginning is reckoned from its end, by two clocks that may differ by a millisecond or two.
    expect(Number(span.startTimeUnixNano)).toBeGreaterThanOrEqual(Number(root?.startTimeUnixNano) - 5e6)
    expect(Number(span.endTimeUnixNano)).toBeLessThanOrEqual(Number(root?.endTimeUnixNano))
  }
  const calls = below.filter((span) => span.name.startsWith('chat'))
  expect(calls).toHaveLength(6)
  for (const call of calls) expect(valueOf(call, 'gen_ai.usage.output_tokens')).toEqual({ intValue: '50' })
  expect(text).not.toContain(learner)
  expect(text).not.toContain('torque')
})

test('a model call that failed is a span that failed, with its reason', async () => {
  aModel('fails')
  const [learner, lesson] = [await aLearner(), await publishLesson(database.db)]
  await readLesson(learner, { lesson_slug: lesson.slug })
  vi.mocked(console.error).mockClear()
  const failed = batches.flatMap(({ spans }) => spans).filter(({ name }) => name.startsWith('chat'))
  expect(failed.length).toBeGreaterThan(0)
  for (const span of failed) {
    expect(span.status).toEqual({ code: 2 })
    expect(valueOf(span, 'error.type')).toEqual({ stringValue: 'model-unavailable' })
  }
})

test('a cached lesson still asks the database once', async () => {
  aModel('echo')
  const [learner, lesson] = [await aLearner(), await publishLesson(database.db)]
  await readLesson(learner, { lesson_slug: lesson.slug })
  batches.length = 0
  await readLesson(learner, { lesson_slug: lesson.slug })
  expect(batches.flatMap(({ spans }) => spans.map(({ name }) => name))).toEqual(['postgresql', 'POST /api/personalize'])
})

test('a receiver that is not there costs a line in the log, and no reader anything', async () => {
  aModel('echo')
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = 'http://127.0.0.1:9'
  const [learner, lesson] = [await aLearner(), await publishLesson(database.db)]
  vi.mocked(console.log).mockClear()
  const { summary } = await readLesson(learner, { lesson_slug: lesson.slug })
  expect(summary.written).toBeGreaterThan(0)
  const lines = vi.mocked(console.log).mock.calls.map(([line]) => String(line))
  expect(lines.filter((line) => line.includes('spans-not-sent'))).toHaveLength(1)
  expect(lines.join('\n')).not.toContain('secret')
})

test('without the switch nothing is sent anywhere', async () => {
  aModel('echo')
  delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT']
  const [learner, lesson] = [await aLearner(), await publishLesson(database.db)]
  await readLesson(learner, { lesson_slug: lesson.slug })
  expect(batches).toEqual([])
})
