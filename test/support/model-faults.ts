import type { OriginalReason } from '../../lib/rewrite/wire-events.ts'
import { delta, deltas, done, errorChunk, finish, goodStream, refusal, usage } from './chat-chunks.ts'
import type { HostileAnswer, HostileScript } from './hostile-model.ts'

/** A way in which a model's server can fail, and what is guaranteed then. */
export interface ModelFault {
  /** As in the guide's table. */
  readonly fault: string
  readonly answers: readonly HostileScript[]
  /** What ends the call once the model is silent: one of the stall limits, or the connection is cut. */
  readonly ending?: 'firstText' | 'nextText' | 'cut'
  readonly reader: 'rewrite' | OriginalReason
  /** True when paragraphs were shown before the fault: they are taken back. */
  readonly begun?: true
  /** Milliseconds before each further call. */
  readonly waits: readonly number[]
  readonly tokens: 'counted' | 'unknown'
}

const good: HostileScript = (text) => ({ body: goodStream(text) })
/** In one piece: who was given any of it was given all. */
const half = (text: string): string => delta(text.slice(0, Math.ceil(text.length * 0.7)))
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

/** Texts that come whole. */
const survived: readonly ModelFault[] = [
  {
    fault: 'Lines end in CRLF, with comments and empty pieces between them',
    answers: [
      (text) => ({
        body: [': hello\n\n', delta(''), ...goodStream(text).flatMap((part) => [part, ': ping\n\n', delta('')])].map(
          (part) => part.replaceAll('\n', '\r\n'),
        ),
      }),
    ],
    reader: 'rewrite',
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'The stream says that it has finished, but not `[DONE]`',
    answers: [(text) => ({ body: [...deltas(text), finish('stop'), usage] })],
    reader: 'rewrite',
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'No token counts come',
    answers: [(text) => ({ body: [...deltas(text), finish('stop'), done] })],
    reader: 'rewrite',
    waits: [],
    tokens: 'unknown',
  },
]

/** Failures before any text, of which some are worth another call. */
const refused: readonly ModelFault[] = [
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

/** Failures after the first text: never another call, because the reader has seen it. */
const brokenOff: readonly ModelFault[] = [
  {
    fault: 'The text stalls for 15 s',
    answers: [(text) => ({ body: [half(text)], ending: 'silence' })],
    ending: 'nextText',
    reader: 'model-timeout',
    begun: true,
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: 'The stream ends in mid-text, without a finish or `[DONE]`',
    answers: [(text) => ({ body: [half(text)] })],
    reader: 'model-stopped-early',
    begun: true,
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: 'The connection is cut in mid-text',
    answers: [(text) => ({ body: [half(text)], ending: 'silence' })],
    ending: 'cut',
    reader: 'model-unavailable',
    begun: true,
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: 'An error inside a 200 in mid-text',
    answers: [(text) => ({ body: [half(text), errorChunk({ type: 'server_error' }), finish('stop'), usage, done] })],
    reader: 'model-unavailable',
    begun: true,
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: 'A piece in mid-text is not JSON, and all others are good',
    answers: [
      (text) => ({
        body: [half(text), 'data: {"choices":[{"del\n\n', delta(text.slice(-20)), finish('stop'), usage, done],
      }),
    ],
    reader: 'model-unavailable',
    begun: true,
    waits: [],
    tokens: 'unknown',
  },
  {
    fault: 'The model reaches its token limit (`length`)',
    answers: [(text) => ({ body: [half(text), finish('length'), usage, done] })],
    reader: 'model-stopped-early',
    begun: true,
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'The provider filters the text (`content_filter`)',
    answers: [(text) => ({ body: [half(text), finish('content_filter'), usage, done] })],
    reader: 'model-refused',
    begun: true,
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'The model refuses',
    answers: [() => ({ body: [refusal('I cannot help with that.'), finish('stop'), usage, done] })],
    reader: 'model-refused',
    waits: [],
    tokens: 'counted',
  },
  {
    fault: 'The model finishes without a word',
    answers: [() => ({ body: [delta(''), finish('stop'), usage, done] })],
    reader: 'empty',
    waits: [],
    tokens: 'counted',
  },
]

/** Every fault that is injected; the guide's page *What can go wrong* has one row for each. */
export const modelFaults: readonly ModelFault[] = [...survived, ...refused, ...brokenOff]

/** What is guaranteed under a fault, in one clause. */
export function guarantee({ reader, begun, waits }: ModelFault): string {
  const calls = waits.length === 0 ? 'after one call' : `after ${waits.length + 1} calls`
  if (reader === 'rewrite') return `the rewrite comes and is stored, ${calls}`
  const back = begun ? ', and what was shown is taken back' : ''
  return `the original stands as ${reader}${back}, nothing is stored, ${calls}`
}
