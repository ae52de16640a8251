import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createWriter } from './create-writer.ts'
import type { RateListener } from './pace.ts'
import type { Writer, WritingEnd } from './writer.ts'

const server = setupServer()
beforeAll(() => server.listen())
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const after = (milliseconds: number, ring: () => void): (() => void) => {
  const timer = setTimeout(ring, milliseconds)
  return () => clearTimeout(timer)
}
const baseUrl = 'https://provider.test/v1'
const aWriter = (): Writer => createWriter({ apiKey: 'the-key', baseUrl, name: 'gpt-test' }, { after, log: () => {} })
const prompt = {
  instructions: 'The rules.',
  messages: [{ role: 'user' as const, content: 'The section.' }],
}

async function write(writer: Writer, rate?: RateListener): Promise<{ text: string; end: WritingEnd }> {
  const pieces = writer.write(prompt, { outputTokensMax: 500, millisecondsMax: 285_000, rate })
  let text = ''
  for (;;) {
    const step = await pieces.next()
    if (step.done) return { text, end: step.value }
    text += step.value
  }
}

const chunk = (content: unknown): string => `data: ${JSON.stringify(content)}\n\n`
const stream = (...chunks: string[]) =>
  new HttpResponse(chunks.join(''), { headers: { 'content-type': 'text/event-stream' } })
const delta = (content: string, finish_reason: string | null = null) =>
  chunk({
    id: 'c',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'gpt-test',
    choices: [{ index: 0, delta: { content }, finish_reason }],
  })

test('a writer asks the chat completions of its base URL, with its key, its rules first and usage wanted', async () => {
  const seen: { authorization: string | null; body: Record<string, unknown> }[] = []
  server.use(
    http.post(`${baseUrl}/chat/completions`, async ({ request }) => {
      const body = (await request.json()) as Record<string, unknown>
      seen.push({ authorization: request.headers.get('authorization'), body })
      return stream(delta('Text.'), delta('', 'stop'), 'data: [DONE]\n\n')
    }),
  )
  expect(await write(aWriter())).toMatchObject({ text: 'Text.', end: { whole: true } })
  expect(seen).toHaveLength(1)
  expect(seen[0]?.authorization).toBe('Bearer the-key')
  expect(seen[0]?.body).toMatchObject({
    model: 'gpt-test',
    stream: true,
    stream_options: { include_usage: true },
    messages: [
      { role: 'system', content: 'The rules.' },
      { role: 'user', content: 'The section.' },
    ],
  })
})

test('a stream that ends cleanly without a finish is not a whole text', async () => {
  server.use(http.post(`${baseUrl}/chat/completions`, () => stream(delta('Half a'))))
  expect(await write(aWriter())).toMatchObject({ text: 'Half a', end: { whole: false, reason: 'model-stopped-early' } })
})

test('a wrong key is reported as an unavailable model, and not tried again', async () => {
  let calls = 0
  server.use(
    http.post(`${baseUrl}/chat/completions`, () => {
      calls++
      return HttpResponse.json(
        { error: { message: 'Incorrect API key', type: 'invalid_request_error' } },
        { status: 401 },
      )
    }),
  )
  expect(await write(aWriter())).toMatchObject({ text: '', end: { whole: false, reason: 'model-unavailable' } })
  expect(calls).toBe(1)
})

test('an error inside a stream that began well is not a whole text', async () => {
  server.use(
    http.post(`${baseUrl}/chat/completions`, () =>
      stream(delta('Half'), chunk({ error: { message: 'overloaded', type: 'server_error' } }), 'data: [DONE]\n\n'),
    ),
  )
  expect((await write(aWriter())).end.whole).toBe(false)
})

test('a writer reports how the provider responds: each "too many", and the calls left by each answer', async () => {
  const heard: unknown[] = []
  const rate: RateListener = {
    refused: () => void heard.push('refused'),
    answered: (callsLeft) => void heard.push(callsLeft),
  }
  let calls = 0
  server.use(
    http.post(`${baseUrl}/chat/completions`, () => {
      if (++calls === 1)
        return HttpResponse.json(
          { error: { message: 'Too many', code: 'rate_limit_exceeded' } },
          { status: 429, headers: { 'retry-after-ms': '1' } },
        )
      const headers = { 'content-type': 'text/event-stream', 'x-ratelimit-remaining-requests': '3' }
      return new HttpResponse([delta('Text.'), delta('', 'stop')].join(''), { headers })
    }),
  )
  expect(await write(aWriter(), rate)).toMatchObject({ text: 'Text.', end: { whole: true } })
  expect(heard).toEqual(['refused', 3])
})

test('a writer without a base URL asks OpenAI itself', async () => {
  const asked: (string | null)[] = []
  server.use(
    http.post('https://api.openai.com/v1/chat/completions', ({ request }) => {
      asked.push(request.headers.get('authorization'))
      return stream(delta('Text.'), delta('', 'stop'))
    }),
  )
  const writer = createWriter({ apiKey: 'the-key', baseUrl: undefined, name: 'gpt-test' }, { after, log: () => {} })
  expect(await write(writer)).toMatchObject({ end: { whole: true } })
  expect(asked).toEqual(['Bearer the-key'])
})
