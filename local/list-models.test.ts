import { createServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { listModels } from './list-models.ts'
import { listen } from './listen.ts'
import type { Listening } from './listen.ts'

const running: Listening[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function serve(listener: RequestListener): Promise<string> {
  const server = await listen(createServer(listener), { graceMs: 0 })
  running.push(server)
  return `${server.url}/v1`
}

test('the models of a server are listed, and the key is sent', async () => {
  const seen: unknown[] = []
  const baseUrl = await serve(({ url, headers }, response) => {
    seen.push(url, headers.authorization)
    response.end('{"object":"list","data":[{"id":"llama3.2","object":"model"}]}')
  })

  expect(await listModels(baseUrl, { apiKey: 'sk-1', timeoutMs: 3000 })).toEqual({
    answer: 'models',
    ids: ['llama3.2'],
  })
  expect(seen).toEqual(['/v1/models', 'Bearer sk-1'])
})

test.each([401, 403])('a %i is a refusal', async (status) => {
  const baseUrl = await serve((_request, response) => response.writeHead(status).end())

  expect(await listModels(baseUrl, { timeoutMs: 3000 })).toEqual({ answer: 'refused', status })
})

test.each([['another status', 502, '{}', 'HTTP status 502']])(
  '%s is no answer',
  async (_what, status, body, reason) => {
    const baseUrl = await serve((_request, response) => response.writeHead(status).end(body))

    expect(await listModels(baseUrl, { timeoutMs: 3000 })).toEqual({ answer: 'none', reason })
  },
)

test.each([
  ['something that is no list', 200, '{"models":[]}', 'no list of models'],
  ['no JSON', 200, 'hello', 'no list of models'],
  ['a web page', 200, '<html>', 'a web page, not a list of models'],
  ['no such address', 404, '<html>', 'HTTP status 404 for its list of models'],
])('%s is the answer of another server', async (_what, status, body, reason) => {
  const baseUrl = await serve((_request, response) => response.writeHead(status).end(body))

  expect(await listModels(baseUrl, { timeoutMs: 3000 })).toEqual({ answer: 'other', reason })
})

test('a server that is not there, or does not answer in time, is no answer', async () => {
  const silent = await serve(() => {})
  const gone = await serve(() => {})
  await running.pop()?.close()

  expect(await listModels(gone, { timeoutMs: 3000 })).toEqual({
    answer: 'none',
    reason: 'nothing listens there, ECONNREFUSED',
  })
  expect(await listModels(silent, { timeoutMs: 20 })).toEqual({ answer: 'none', reason: 'no answer within 20 ms' })
})
