import { delta, done, errorChunk, goodStream } from './chat-chunks.ts'
import type { HostileAnswer, HostileScript } from './hostile-model.ts'
import type { ModelFault } from './model-fault.ts'

const good: HostileScript = (text) => ({ body: goodStream(text) })
const failing =
  (status: number, error: object = {}, headers: HostileAnswer['headers'] = {}): HostileScript =>
  () => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: [JSON.stringify({ error: { message: 'scripted failure', ...error } })],
  })
const html = '<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>'
const htmlPage =
  (status: number): HostileScript =>
  () => ({ status, headers: { 'content-type': 'text/html' }, body: [html] })

/** Failures before any text, of which some are worth another call. */
export const faultsBeforeText: readonly ModelFault[] = [
  {
    fault: '500, twice',
    answers: [failing(500), failing(500), good],
    reader: 'rewrite',
    waits: [500, 2_000],
    tokens: 'counted',
  },
  {
    fault: '500, each time',
    answers: [failing(500)],
    reader: 'model-unavailable',
    waits: [500, 2_000],
    tokens: 'unknown',
  },
  {
    fault: '502 with a page of HTML, once',
    answers: [htmlPage(502), good],
    reader: 'rewrite',
    waits: [500],
    tokens: 'counted',
  },
  {
    fault: '200 with a page of HTML',
    answers: [htmlPage(200)],
    reader: 'model-stopped-early',
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: '429 with `retry-after: 3`',
    answers: [failing(429, { code: 'rate_limit_exceeded' }, { 'retry-after': '3' }), good],
    reader: 'rewrite',
    waits: [3_000],
    tokens: 'counted',
  },
  {
    fault: '429 with `retry-after-ms: 120`',
    answers: [failing(429, { code: 'rate_limit_exceeded' }, { 'retry-after-ms': '120', 'retry-after': '1' }), good],
    reader: 'rewrite',
    waits: [120],
    tokens: 'counted',
  },
  {
    fault: '429 with a `retry-after` above 8 s',
    answers: [failing(429, { code: 'rate_limit_exceeded' }, { 'retry-after': '60' })],
    reader: 'model-unavailable',
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: '429 `insufficient_quota`',
    answers: [failing(429, { code: 'insufficient_quota', type: 'insufficient_quota' }, { 'retry-after': '1' })],
    reader: 'model-unavailable',
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: '`insufficient_quota` inside a 200',
    answers: [() => ({ body: [errorChunk({ code: 'insufficient_quota', type: 'insufficient_quota' }), done] })],
    reader: 'model-unavailable',
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: '401: the key is wrong',
    answers: [failing(401, { code: 'invalid_api_key' })],
    reader: 'model-unavailable',
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: '404: there is no such model',
    answers: [failing(404, { code: 'model_not_found' })],
    reader: 'model-unavailable',
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: 'The connection is cut without an answer, once',
    answers: [() => ({ ending: 'nothing' }), good],
    reader: 'rewrite',
    waits: [500],
    tokens: 'counted',
  },
  {
    fault: 'The connection is cut before any text, once',
    answers: [() => ({ ending: 'reset' }), good],
    reader: 'rewrite',
    waits: [500],
    tokens: 'counted',
  },
  {
    fault: 'An error inside a 200 before any text, once',
    answers: [() => ({ body: [delta(''), errorChunk({ type: 'server_error' }), done] }), good],
    reader: 'rewrite',
    waits: [500],
    tokens: 'counted',
  },
  {
    fault: 'No text for 20 s',
    answers: [() => ({ body: [': ping\n\n'], ending: 'silence' })],
    ending: 'firstText',
    reader: 'model-timeout',
    waits: [],
    tokens: 'unknown',
  },
]
