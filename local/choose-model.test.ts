import { expect, test } from 'vitest'
import { chooseModel } from './choose-model.ts'
import type { ModelList } from './list-models.ts'

/** Answers by server; a server that is not named does not answer. */
function choose(environment: Record<string, string>, servers: Readonly<Record<string, ModelList>> = {}) {
  const asked: unknown[] = []
  let demoRunning = false
  const choice = chooseModel(environment, {
    startDemoWriter: async () => {
      demoRunning = true
      return { baseUrl: 'http://127.0.0.1:9/v1', close: async () => void (demoRunning = false) }
    },
    list: async (server, { apiKey, timeoutMs }) => {
      asked.push([server, apiKey, timeoutMs])
      return servers[server] ?? { answer: 'none', reason: 'ECONNREFUSED' }
    },
  })
  return { choice, asked, isDemoRunning: () => demoRunning }
}

const openAi = 'https://api.openai.com/v1'

test('an OpenAI key uses OpenAI, after a look whether the key is good', async () => {
  const { choice, asked, isDemoRunning } = choose(
    { OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'gpt-5' },
    { [openAi]: { answer: 'models', ids: ['gpt-5'] } },
  )

  expect(await choice).toMatchObject({
    settings: { OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: undefined, OPENAI_MODEL: 'gpt-5' },
    description: 'gpt-5 at https://api.openai.com',
    demo: false,
    notes: [],
  })
  expect(asked).toEqual([[openAi, 'sk-1', 3000]])
  expect(isDemoRunning()).toBe(false)
})

test('a refused key ends the start with one line that does not show it', async () => {
  const { choice } = choose({ OPENAI_API_KEY: 'sk-secret' }, { [openAi]: { answer: 'refused', status: 401 } })

  await expect(choice).rejects.toThrow(
    /^https:\/\/api\.openai\.com refuses OPENAI_API_KEY \(HTTP status 401\): check the key$/,
  )
})

test('a server that wants a key although none is set says which variable', async () => {
  const { choice } = choose({ OPENAI_BASE_URL: 'http://m/v1' }, { 'http://m/v1': { answer: 'refused', status: 403 } })

  await expect(choice).rejects.toThrow('wants a key (HTTP status 403): set OPENAI_API_KEY')
})

test('a server that does not answer, or lacks the model, is a note and no end', async () => {
  const down = await choose({ OPENAI_BASE_URL: 'http://m/v1/' }).choice
  const other = await choose(
    { OPENAI_BASE_URL: 'http://m/v1', OPENAI_MODEL: 'x' },
    { 'http://m/v1': { answer: 'models', ids: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] } },
  ).choice

  expect(down.notes).toEqual([
    'http://m does not answer (ECONNREFUSED): check OPENAI_BASE_URL and the network; sections stay as their author wrote them until it does',
  ])
  expect(other.notes).toEqual([
    'http://m does not list the model "x": set OPENAI_MODEL to one that it has (a, b, c, d, e, and 2 more)',
  ])
})

test('a server that answers something else says so, and where to look', async () => {
  const list = { answer: 'other', reason: 'a web page, not a list of models' } as const
  const { notes } = await choose({ OPENAI_BASE_URL: 'http://m/secret/v1' }, { 'http://m/secret/v1': list }).choice

  expect(notes).toEqual([
    'http://m does not answer as a model server does (a web page, not a list of models):' +
      ' check the path in OPENAI_BASE_URL, which is /v1 for most servers',
  ])
})

test('without settings the demo writer writes, and a local model server is offered', async () => {
  const { choice, asked, isDemoRunning } = choose(
    { OPENAI_API_KEY: '' },
    { 'http://127.0.0.1:11434/v1': { answer: 'models', ids: ['llama3.2', 'qwen3'] } },
  )
  const chosen = await choice

  expect(chosen).toMatchObject({
    settings: { OPENAI_API_KEY: 'demo', OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'demo-writer' },
    demo: true,
    notes: [
      'A model server answers at http://127.0.0.1:11434/v1 (llama3.2, qwen3).' +
        ' To use it: OPENAI_BASE_URL=http://127.0.0.1:11434/v1 OPENAI_MODEL=llama3.2 npm start',
    ],
  })
  expect(asked).toEqual([
    ['http://127.0.0.1:11434/v1', undefined, 300],
    ['http://127.0.0.1:1234/v1', undefined, 300],
  ])
  await chosen.close()
  expect(isDemoRunning()).toBe(false)
})
