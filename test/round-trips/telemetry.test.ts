import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { someAnswers } from '../support/a-learner.ts'
import { followLesson } from '../support/follow-lesson.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { eventsNamed } from '../support/read-events.ts'
import { drawTree, requestOf } from '../support/read-trace.ts'
import { startScriptedModel } from '../support/scripted-model.ts'
import type { ApiServer } from '../support/start-api-server.ts'
import { startCollector, valueOf, type Collector, type ReceivedSpan } from '../support/start-collector.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'
import { secrets, startLoggedServer, type LoggedServer } from '../support/start-logged-server.ts'

let database: StartedDatabase
let model: Awaited<ReturnType<typeof startScriptedModel>>
let collector: Collector
let server: LoggedServer

beforeAll(async () => {
  ;[model, database, collector] = await Promise.all([startScriptedModel(), startDatabase(), startCollector()])
  server = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' })
})
afterAll(async () => {
  // With what it never answered.
  await collector.close()
  expect(await server.close()).toBe('')
  await Promise.all([model.close(), database.close()])
})
beforeEach(() => {
  collector.forget()
  collector.answer = undefined
})

const start = (environment: Readonly<Record<string, string>>, script?: string): Promise<LoggedServer> =>
  startLoggedServer({ database, model }, environment, script)

async function aLearnerAt({ url }: ApiServer, answers: Partial<Answers> = {}): Promise<string> {
  const user_id = crypto.randomUUID()
  const post = (path: string, body: object) =>
    fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  expect((await post('user/create', { user_id })).status).toBe(201)
  expect((await post('onboarding', { user_id, ...someAnswers, ...answers })).status).toBe(200)
  return user_id
}

/** Reads a lesson to its end; gives how many sections were rewritten. */
async function read(at: ApiServer, learner: string, slug: string, headers = {}): Promise<number> {
  const { events } = await followLesson(at.url, learner, slug, {
    headers: { 'user-agent': secrets.browser, ...headers },
  })
  const [end] = eventsNamed(await events, 'lesson-end')
  return end ? end.written + end.cached : 0
}

const traceOf = (slug: string): Promise<ReceivedSpan[]> =>
  collector.trace((span) => valueOf(span, 'palimpsest.lesson') === slug)

test('a written lesson is one trace: request, sections, the model calls of each as the AI SDK reports them, and each fetch', async () => {
  const { slug } = await publishLesson(database.db)
  await read(server, await aLearnerAt(server), slug)
  const spans = await traceOf(slug)
  const request = requestOf(spans)
  expect(request).toMatchObject({ kind: 2, status: { code: 0 } })
  expect(request.parentSpanId).toBeUndefined()
  expect(valueOf(request, 'http.response.status_code')).toBe(200)
  expect(valueOf(request, 'palimpsest.rejections.slot-missing')).toBe(2)
  expect(drawTree(spans, request)).toEqual({
    postgresql: {},
    'write section': {
      postgresql: {},
      'invoke_agent …': { 'step 1': { 'chat …': { POST: {} } } },
    },
  })
  const sections = spans.filter(({ name }) => name === 'write section')
  const attributes = ['section', 'source', 'attempts', 'rejections'].map((name) => `palimpsest.${name}`)
  expect(new Set(sections.map((span) => attributes.map((name) => valueOf(span, name))))).toEqual(
    new Set([
      ['_opening', 'rewrite', 1, undefined],
      ['code', 'rewrite', 2, 'slot-missing'],
      ['for-you', 'rewrite', 1, undefined],
      ['torque', 'rewrite', 2, 'slot-missing'],
    ]),
  )
  const chats = spans.filter(({ name }) => name.startsWith('chat '))
  expect(chats).toHaveLength(6)
  for (const chat of chats) expect(valueOf(chat, 'gen_ai.usage.output_tokens')).toBe(50)
  expect(collector.batches[0]).toMatchObject({ path: '/v1/traces', headers: { 'x-key': `${secrets.collector} x` } })
})

test('no span has a word of a prompt or a text, a learner, their browser, a key, or the connection to the database', async () => {
  const { slug, sections } = await publishLesson(database.db)
  const learner = await aLearnerAt(server, { education_level: 'professional' })
  await read(server, learner, slug, { referer: `https://learn.test/${secrets.browser}` })
  expect((await traceOf(slug)).filter(({ name }) => name.startsWith('chat '))).toHaveLength(6)
  const sent = collector.batches.map(({ text }) => text).join('\n')
  const prose = sections.flatMap(({ source }) => source.match(/[\w ]{30,}/g) ?? [])
  expect(prose.length).toBeGreaterThan(3)
  const words = [...prose, 'This is the part', 'professional']
  for (const secret of [...Object.values(secrets), 'postgres://', 'postgresql://', learner, ...words])
    expect(sent).not.toContain(secret)
})

test('a model call that failed says so in its spans, with a reason and without the words of the failure', async () => {
  const failing = await start(
    { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
    'fails',
  )
  const { slug } = await publishLesson(database.db)
  expect(await read(failing, await aLearnerAt(failing), slug)).toBe(0)
  const spans = await traceOf(slug)
  for (const section of spans.filter(({ name }) => name === 'write section'))
    expect(valueOf(section, 'palimpsest.reason')).toBe('model-unavailable')
  const calls = spans.filter(({ name }) => name.startsWith('chat '))
  expect(calls).toHaveLength(4)
  for (const call of calls) {
    expect(call).toMatchObject({ status: { code: 2 }, events: [] })
    expect(valueOf(call, 'error.type')).toBe('Error')
  }
  const posts = spans.filter(({ name }) => name === 'POST')
  expect(new Set(posts.map((post) => valueOf(post, 'http.status_code')))).toEqual(new Set([400]))
  expect(JSON.stringify(collector.batches)).not.toMatch(/scripted failure|operation failed/)
  await failing.close()
})

test('a call that was made again is one model call with a fetch for each try, and the status of each', async () => {
  const busy = await start(
    { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' },
    'busy',
  )
  const { slug } = await publishLesson(database.db)
  expect(await read(busy, await aLearnerAt(busy), slug)).toBe(4)
  const spans = await traceOf(slug)
  const chats = spans.filter(({ name }) => name.startsWith('chat '))
  expect(chats).toHaveLength(4)
  for (const { spanId } of chats) {
    const tries = spans.filter(({ parentSpanId }) => parentSpanId === spanId)
    expect(new Set(tries.map((span) => valueOf(span, 'http.status_code')))).toEqual(new Set([429, 200]))
  }
  await busy.close()
})

test('a cached lesson is two spans', async () => {
  const { slug } = await publishLesson(database.db)
  await read(server, await aLearnerAt(server), slug)
  await traceOf(slug)
  collector.forget()
  await read(server, await aLearnerAt(server), slug)
  const names = (await traceOf(slug)).map(({ name }) => name)
  expect(new Set(names)).toEqual(new Set(['postgresql', 'POST /api/personalize']))
})

test("a caller's trace goes on in ours", async () => {
  const { slug } = await publishLesson(database.db)
  const [traceId, parent] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
  await read(server, await aLearnerAt(server), slug, { traceparent: `00-${traceId}-${parent}-01` })
  expect(requestOf(await traceOf(slug))).toMatchObject({ traceId, parentSpanId: parent })
})

test('the standard settings of the packages hold: protobuf by default, and what is sampled', async () => {
  const sampling = await start({
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_TRACES_SAMPLER: 'parentbased_always_off',
    OTEL_SERVICE_NAME: 'lessons-of-ours',
  })
  const { slug } = await publishLesson(database.db)
  const learner = await aLearnerAt(sampling)
  await read(sampling, learner, slug)
  await read(sampling, learner, slug, { traceparent: `00-${'1'.repeat(32)}-${'2'.repeat(16)}-01` })
  await sampling.close()
  const batches = collector.batches.filter(({ text }) => text.includes('lessons-of-ours'))
  for (const { headers } of batches) expect(headers['content-type']).toBe('application/x-protobuf')
  const sent = batches.map(({ text }) => text).join('')
  expect(sent.match(/POST \/api\/personalize/g)).toHaveLength(1)
  // The trace's id, in bytes.
  expect(sent).toContain('\u0011'.repeat(16))
})

test('spans that a collector does not take cost each request one line in the log, and no reader anything', async () => {
  collector.answer = (response) => response.destroy()
  for (const count of [1, 2]) {
    const { slug } = await publishLesson(database.db)
    expect(await read(server, await aLearnerAt(server), slug)).toBe(4)
    await server.logged('spans-not-sent', count)
  }
  const lines = server.lines.join('\n')
  expect(lines.match(/spans-not-sent/g)).toHaveLength(2)
  for (const secret of Object.values(secrets)) expect(lines).not.toContain(secret)
})

test('no reader waits for a collector that says nothing', async () => {
  collector.answer = () => {}
  const { slug } = await publishLesson(database.db)
  expect(await read(server, await aLearnerAt(server), slug)).toBe(4)
})

test('without the switch nothing is registered, and nothing sent', async () => {
  const endpoint = `${collector.url}/v1/traces`
  const silent = await start({ OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: endpoint, OTEL_SERVICE_NAME: 'not-to-be-seen' })
  const { slug } = await publishLesson(database.db)
  expect(await read(silent, await aLearnerAt(silent), slug)).toBe(4)
  expect(await silent.close()).toBe('')
  expect(collector.batches.filter(({ text }) => text.includes('not-to-be-seen'))).toEqual([])
})
