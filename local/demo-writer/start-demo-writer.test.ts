import { createOpenAI } from '@ai-sdk/openai'
import { streamText } from 'ai'
import { afterEach, describe, expect, test } from 'vitest'
import type { Answers } from '../../lib/profile/answers.ts'
import { createWriter } from '../../lib/llm/create-writer.ts'
import { buildPrompt } from '../../lib/prompt/build-prompt.ts'
import { outputTokensFor } from '../../lib/rewrite/output-tokens.ts'
import { verifyRewrite } from '../../lib/verify/verify-rewrite.ts'
import { buildLessonTask } from './lesson-task.ts'
import { readLessons } from './read-lessons.ts'
import { buildSamplePrompt } from './sample-prompt.ts'
import { startDemoWriter, type DemoWriter, type DemoWriterOptions } from './start-demo-writer.ts'

const answers: Answers = {
  education_level: 'high_school',
  programming_experience: 'none',
  robotics_background: false,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
  preferred_language: 'ur',
}
const open: DemoWriter[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((writer) => writer.close()))
})

async function start(options: DemoWriterOptions = {}): Promise<DemoWriter> {
  const writer = await startDemoWriter({ sleep: async () => {}, now: () => 1_700_000_000_000, ...options })
  open.push(writer)
  return writer
}

function chatBody(fields: object = {}): object {
  const messages = buildSamplePrompt().map(({ role, text }) => ({ role, content: text }))
  return { model: 'demo-writer', messages, ...fields }
}

function post(writer: DemoWriter, body: object | string): Promise<Response> {
  return fetch(`${writer.baseUrl}/chat/completions`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

describe('POST /v1/chat/completions', () => {
  test('answers in one piece without stream', async () => {
    const answer = await (await post(await start(), chatBody())).json()
    expect(answer).toMatchObject({ object: 'chat.completion', model: 'demo-writer', created: 1_700_000_000 })
    expect(answer.choices[0]).toMatchObject({ finish_reason: 'stop', message: { role: 'assistant' } })
    expect(answer.choices[0].message.content).toContain('A robot reads its sensors all the time.')
    expect(answer.usage.total_tokens).toBe(answer.usage.prompt_tokens + answer.usage.completion_tokens)
  })

  test('streams the same text: role first, then words, finish reason, usage and [DONE]', async () => {
    const writer = await start()
    const whole = await (await post(writer, chatBody())).json()
    const response = await post(writer, chatBody({ stream: true, stream_options: { include_usage: true } }))
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    const lines = (await response.text())
      .split('\n\n')
      .filter(Boolean)
      .map((line) => line.replace('data: ', ''))
    expect(lines.pop()).toBe('[DONE]')
    const chunks = lines.map((line) => JSON.parse(line))
    expect(chunks[0].choices[0].delta).toEqual({ role: 'assistant', content: '' })
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: whole.usage.completion_tokens } })
    expect(chunks.at(-2).choices[0].finish_reason).toBe('stop')
    expect(
      chunks
        .flatMap((chunk) => chunk.choices.map((choice: { delta: { content?: string } }) => choice.delta.content ?? ''))
        .join(''),
    ).toBe(whole.choices[0].message.content)
  })

  test('waits as long as the rate asks for', async () => {
    const waits: number[] = []
    const writer = await start({
      tokensPerSecond: 10,
      firstTokenMs: 250,
      sleep: async (milliseconds) => waits.push(milliseconds),
    })
    const answer = await (await post(writer, chatBody())).json()
    expect(waits).toEqual([250])
    await (await post(writer, chatBody({ stream: true }))).text()
    const streamed = waits.slice(2).reduce((sum, wait) => sum + wait, 0)
    expect(streamed).toBeGreaterThanOrEqual(answer.usage.completion_tokens * 100)
    expect(streamed).toBeLessThan(answer.usage.completion_tokens * 200)
  })

  test('reports what a prompt cache would have had, in steps of 128 tokens', async () => {
    const writer = await start()
    const cached = async () => (await (await post(writer, chatBody())).json()).usage
    expect((await cached()).prompt_tokens_details.cached_tokens).toBe(0)
    const again = await cached()
    expect(again.prompt_tokens_details.cached_tokens).toBe(Math.floor(again.prompt_tokens / 128) * 128)
  })

  test('stops at the token limit and says so', async () => {
    const answer = await (await post(await start(), chatBody({ max_tokens: 5 }))).json()
    expect(answer.choices[0].finish_reason).toBe('length')
    expect(answer.usage.completion_tokens).toBeLessThanOrEqual(5)
  })

  test('logs one entry a request', async () => {
    const seen: unknown[] = []
    const writer = await start({ onRequest: (entry) => seen.push(entry) })
    await (await post(writer, chatBody())).json()
    expect(writer.requests).toMatchObject([{ task: 'section', section: 'Two frames', language: 'en', repair: false }])
    expect(seen).toEqual(writer.requests)
  })

  test('stops quietly when the reader leaves, and serves the next one', async () => {
    const reader = new AbortController()
    let words = 0
    const writer = await start({
      firstTokenMs: 0,
      async sleep() {
        words += 1
        if (words === 4) reader.abort()
        await new Promise((resolve) => setImmediate(resolve))
      },
    })
    const messages = buildSamplePrompt({ text: 'word '.repeat(20_000) }).map(({ role, text }) => ({
      role,
      content: text,
    }))
    const body = JSON.stringify(chatBody({ messages, stream: true }))
    const left = fetch(`${writer.baseUrl}/chat/completions`, { method: 'POST', body, signal: reader.signal }).then(
      (response) => response.text(),
    )
    await expect(left).rejects.toThrow('aborted')
    expect((await post(writer, chatBody())).status).toBe(200)
    expect(words).toBeLessThan(20_000)
  })

  test.each([
    ['bad JSON', '{', 400, null],
    ['no messages', { model: 'demo-writer', messages: [] }, 400, null],
    ['an unknown model', chatBody({ model: 'gpt-0' }), 404, 'model_not_found'],
    ['a prompt of something else', { model: 'demo-writer', messages: [{ role: 'user', content: 'Hello' }] }, 400, null],
    ['a body that is too large', 'x'.repeat(1024 * 1024 + 1), 413, null],
  ])('answers %s with an error in the shape of OpenAI', async (_name, body, status, code) => {
    const response = await post(await start(), body)
    expect(response.status).toBe(status)
    expect((await response.json()).error).toMatchObject({
      type: 'invalid_request_error',
      message: expect.any(String),
      code,
    })
  })
})

describe('other paths', () => {
  test('GET /v1/models lists the one model', async () => {
    const { baseUrl } = await start()
    const { data } = await (await fetch(`${baseUrl}/models`)).json()
    expect(data.map((model: { id: string }) => model.id)).toEqual(['demo-writer'])
  })

  test.each([
    ['GET', '/v1/nothing', 404],
    ['GET', '/v1/chat/completions', 405],
  ])('%s %s is an error', async (method, path, status) => {
    const { baseUrl } = await start()
    const response = await fetch(new URL(path, baseUrl), { method })
    expect(response.status).toBe(status)
    expect((await response.json()).error.message).toContain(path)
  })
})

test('the AI SDK reads text, finish reason and usage from the stream', async () => {
  const writer = await start()
  const model = createOpenAI({ baseURL: writer.baseUrl, apiKey: 'demo' }).chat('demo-writer')
  const [system, user] = buildSamplePrompt()
  const result = streamText({ model, system: system?.text ?? '', prompt: user?.text ?? '' })
  expect(await result.text).toContain('A robot reads its sensors all the time.')
  expect(await result.finishReason).toBe('stop')
  expect((await result.totalUsage).outputTokens).toBeGreaterThan(0)
})

test("the product's own writer gets a whole text, with its usage, for each section of a lesson", async () => {
  const { baseUrl, requests } = await start()
  const writer = createWriter(
    { apiKey: 'demo', baseUrl, name: 'demo-writer' },
    { after: () => () => {}, log: () => {} },
  )
  const lesson = (await readLessons()).find(({ slug }) => slug === 'foundations/physical-ai')
  const sections = lesson?.sections.filter(({ words }) => words > 0) ?? []
  for (const section of sections) {
    if (!lesson) break
    const task = buildLessonTask(lesson, section, { answers, level: 'as-is', variant: 0 })
    const pieces = writer.write(buildPrompt(task), { outputTokensMax: outputTokensFor(task), millisecondsMax: 285_000 })
    let text = ''
    let next = await pieces.next()
    while (!next.done) {
      text += next.value
      next = await pieces.next()
    }
    expect(next.value).toMatchObject({ whole: true, usage: { output_tokens: expect.any(Number) } })
    expect(verifyRewrite(text, task).findings).toEqual([])
  }
  expect(requests.map(({ section }) => section)).toEqual(sections.map(({ id, heading }) => heading?.text ?? id))
})
