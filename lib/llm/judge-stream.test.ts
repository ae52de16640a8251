import { simulateReadableStream, streamText, type TextStreamPart, type ToolSet } from 'ai'
import { MockLanguageModelV4 } from 'ai/test'
import { describe, expect, test, vi } from 'vitest'
import { judgeStream } from './judge-stream.ts'
import type { WritingEnd } from './writer.ts'

type Part = TextStreamPart<ToolSet>
type MockStream = Extract<
  NonNullable<ConstructorParameters<typeof MockLanguageModelV4>[0]>['doStream'],
  { stream: unknown }
>
type MockPart = MockStream['stream'] extends ReadableStream<infer Chunk> ? Chunk : never

const delta = (text: string): MockPart => ({ type: 'text-delta', id: '1', delta: text })
const begin: MockPart[] = [
  { type: 'stream-start', warnings: [] },
  { type: 'text-start', id: '1' },
]
const finish = (unified: 'stop' | 'length' | 'content-filter' | 'error' | 'other' | 'tool-calls'): MockPart => ({
  type: 'finish',
  finishReason: { unified, raw: unified },
  usage: {
    inputTokens: { total: 100, noCache: 80, cacheRead: 20, cacheWrite: undefined },
    outputTokens: { total: 50, text: 50, reasoning: undefined },
  },
})

/** The stream that the SDK makes of what a provider sends. */
function partsOf(chunks: MockPart[]): AsyncIterable<Part> {
  const model = new MockLanguageModelV4({ doStream: { stream: simulateReadableStream({ chunks }) } })
  return streamText({ model, prompt: 'Write.', maxRetries: 0, onError: () => {} }).fullStream
}

async function judge(parts: AsyncIterable<Part>, onText?: () => void): Promise<{ text: string; end: WritingEnd }> {
  const pieces = judgeStream(parts, onText && { onText })
  let text = ''
  for (;;) {
    const step = await pieces.next()
    if (step.done) return { text, end: step.value }
    text += step.value
  }
}

const usage = { input_tokens: 100, cached_input_tokens: 20, output_tokens: 50 }
const unknown = { input_tokens: null, cached_input_tokens: null, output_tokens: null }
const end: MockPart = { type: 'text-end', id: '1' }

describe('judgeStream()', () => {
  test('passes the text on, and calls it whole after one stop', async () => {
    const parts = partsOf([...begin, delta('One '), delta('text.'), end, finish('stop')])
    expect(await judge(parts)).toEqual({ text: 'One text.', end: { whole: true, usage } })
  })

  test.each([
    ['length', 'model-stopped-early'],
    ['content-filter', 'model-refused'],
    ['error', 'model-stopped-early'],
    ['other', 'model-stopped-early'],
    ['tool-calls', 'model-stopped-early'],
  ] as const)('calls a text that ends with "%s" %s', async (reason, failure) => {
    const parts = partsOf([...begin, delta('Half a'), end, finish(reason)])
    expect(await judge(parts)).toMatchObject({ end: { whole: false, reason: failure, usage } })
  })

  test.each([[[]], [[delta('')]], [[delta(' '), delta('\n\n')]]])(
    'calls a text of nothing but white space empty',
    async (deltas) => {
      expect((await judge(partsOf([...begin, ...deltas, end, finish('stop')]))).end).toEqual({
        whole: false,
        reason: 'empty',
        usage,
      })
    },
  )

  test('calls a text with an error part in it not whole, although it says stop', async () => {
    const parts = partsOf([
      ...begin,
      delta('Half a'),
      { type: 'error', error: new Error('overloaded') },
      delta(' text'),
      end,
      finish('stop'),
    ])
    expect((await judge(parts)).end).toMatchObject({ whole: false, reason: 'model-unavailable' })
  })

  test('calls a stream that closes without a finish stopped early', async () => {
    const { text, end: ending } = await judge(partsOf([...begin, delta('Half a')]))
    expect(text).toBe('Half a')
    expect(ending).toMatchObject({ whole: false, reason: 'model-stopped-early' })
  })

  test('calls a stream that breaks off the failure that it was, and does not throw', async () => {
    async function* broken(): AsyncGenerator<Part> {
      yield { type: 'text-delta', id: '1', text: 'Half a' }
      throw new TypeError('terminated')
    }
    expect(await judge(broken())).toEqual({
      text: 'Half a',
      end: { whole: false, reason: 'model-unavailable', usage: unknown },
    })
  })

  test.each([
    ['TimeoutError', 'model-timeout'],
    ['AbortError', 'model-timeout'],
    ['TypeError', 'model-unavailable'],
  ])('names a %s %s', async (name, reason) => {
    async function* broken(): AsyncGenerator<Part> {
      yield { type: 'error', error: Object.assign(new Error('x'), { name }) }
    }
    expect((await judge(broken())).end).toMatchObject({ whole: false, reason })
  })

  test('calls an aborted text timed out', async () => {
    async function* aborted(): AsyncGenerator<Part> {
      yield { type: 'text-delta', id: '1', text: 'Half a' }
      yield { type: 'abort' }
    }
    expect((await judge(aborted())).end).toMatchObject({ whole: false, reason: 'model-timeout' })
  })

  test('reports every piece of text that came, and nothing else', async () => {
    const onText = vi.fn<() => void>()
    await judge(partsOf([...begin, delta('One '), delta(''), delta('text.'), end, finish('stop')]), onText)
    expect(onText).toHaveBeenCalledTimes(2)
  })
})
