import { createOpenAI } from '@ai-sdk/openai'
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4StreamPart } from '@ai-sdk/provider'
import { describe, expect, test, vi } from 'vitest'
import { createChatModel } from './chat-model.ts'

const baseUrl = 'https://provider.test/v1'
const ours = (name: string): LanguageModelV4 => createChatModel({ apiKey: 'the-key', baseUrl, name })
const theirs = (name: string): LanguageModelV4 => createOpenAI({ apiKey: 'the-key', baseURL: baseUrl }).chat(name)

const call: LanguageModelV4CallOptions = {
  prompt: [
    { role: 'system', content: 'The rules.' },
    { role: 'user', content: [{ type: 'text', text: 'The section.' }] },
    { role: 'assistant', content: [{ type: 'text', text: 'A text.' }] },
    { role: 'user', content: [{ type: 'text', text: 'Again.' }] },
  ],
  maxOutputTokens: 500,
}

const line = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`
const delta = (value: object, finish_reason: string | null = null): string =>
  line({ choices: [{ index: 0, delta: value, finish_reason }] })
const usage = line({
  choices: [],
  usage: {
    prompt_tokens: 90,
    completion_tokens: 50,
    prompt_tokens_details: { cached_tokens: 64 },
    completion_tokens_details: { reasoning_tokens: 20 },
  },
})
const done = 'data: [DONE]\n\n'

/** Everything that a model asks for, and the parts that it gives of the answer. */
async function run(model: LanguageModelV4, body: string) {
  const network = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } })))
  const { stream } = await model.doStream(call)
  const parts: LanguageModelV4StreamPart[] = []
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value)
  const [url, init] = network.mock.calls.at(-1) ?? []
  network.mockRestore()
  const { authorization } = Object.fromEntries(new Headers(init?.headers))
  return {
    asked: {
      url,
      method: init?.method,
      authorization,
      body: (await new Response(init?.body ?? null).json()) as unknown,
    },
    parts,
  }
}

describe('a chat model asks as the SDK’s own provider does', () => {
  test.each([
    'gpt-4o-mini',
    'gpt-4.1',
    'gpt-5',
    'gpt-5-mini',
    'gpt-5.1',
    'gpt-5-chat-latest',
    'o3',
    'o4-mini',
    'llama3.1:8b',
    'Qwen/Qwen3-8B',
    'openai/gpt-5-mini',
    'demo-writer',
  ])('%s', async (name) => {
    const [mine, other] = [await run(ours(name), done), await run(theirs(name), done)]
    expect(mine.asked).toEqual(other.asked)
  })
})

/** What a writer makes of parts: text, errors, how it ended and what it cost. */
function gist(parts: readonly LanguageModelV4StreamPart[]) {
  const finish = parts.find(({ type }) => type === 'finish')
  return {
    text: parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join(''),
    errors: parts.filter(({ type }) => type === 'error').length,
    ...(finish?.type === 'finish' && { reason: finish.finishReason.raw, usage: { ...finish.usage, raw: undefined } }),
  }
}

describe('a chat model reads as the SDK’s own provider does', () => {
  test.each([
    ['a text', delta({ role: 'assistant', content: 'One ' }) + delta({ content: 'text.' }) + delta({}, 'stop') + usage],
    ['a text without counts', delta({ content: 'One.' }) + delta({}, 'stop')],
    ['a text that was cut', delta({ content: 'One' }) + delta({}, 'length') + usage],
    ['a text that was filtered', delta({ content: 'One' }) + delta({}, 'content_filter') + usage],
    ['a refusal', delta({ refusal: 'I cannot.' }) + delta({}, 'stop') + usage],
    ['nothing', delta({ content: '' }) + delta({}, 'stop')],
    ['no end', delta({ content: 'Half' })],
    ['an error after some text', delta({ content: 'Half' }) + line({ error: { message: 'x', type: 'server_error' } })],
    ['a piece that is not JSON', `${delta({ content: 'Half' })}data: {"cho\n\n${delta({ content: ' more' })}`],
  ])('%s', async (_, body) => {
    const [mine, other] = [await run(ours('m'), body + done), await run(theirs('m'), body + done)]
    expect(gist(mine.parts)).toEqual(gist(other.parts))
  })

  test('a refusal is not the end of a text', async () => {
    const { parts } = await run(ours('m'), delta({ refusal: 'I cannot.' }) + delta({}, 'stop') + done)
    expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'content-filter' } })
  })
})

test('a chat model throws what goes wrong before the first text, so that the call can be made again', async () => {
  const body = delta({ content: '' }) + line({ error: { message: 'busy', code: 'overloaded', type: 'server_error' } })
  await expect(run(ours('m'), body)).rejects.toMatchObject({
    isRetryable: true,
    data: { error: { code: 'overloaded' } },
  })
})

test('a chat model sends nothing but text', async () => {
  const data = { type: 'data' as const, data: 'AA==' }
  const prompt = [{ role: 'user' as const, content: [{ type: 'file' as const, mediaType: 'image/png', data }] }]
  await expect(ours('m').doStream({ prompt })).rejects.toThrow('Cannot send a part "file" of a message "user"')
})
