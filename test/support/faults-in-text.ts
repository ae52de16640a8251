import { delta, done, errorChunk, finish, refusal, usage } from './chat-chunks.ts'
import type { ModelFault } from './model-fault.ts'

/** In one piece: who was given any of it was given all. */
const half = (text: string): string => delta(text.slice(0, Math.ceil(text.length * 0.7)))
/** Failures after the first text: never another call, because the reader has seen it. */
export const faultsInText: readonly ModelFault[] = [
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
