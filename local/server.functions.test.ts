import { expect, test } from 'vitest'
import { createTestServers } from './create-test-servers.ts'

const { serve } = createTestServers()

test('a function gets the method, headers, body, URL and path parameters of the request', async () => {
  const url = await serve({
    'user/[user_id].ts': async (request) =>
      Response.json(
        { method: request.method, url: request.url, own: request.headers.get('x-own'), body: await request.text() },
        { status: 201, headers: { 'x-answer': 'yes' } },
      ),
  })

  const response = await fetch(`${url}/api/user/a%20b?q=1`, {
    method: 'PUT',
    body: 'سلام',
    headers: { 'x-own': 'mine' },
  })

  expect(response.status).toBe(201)
  expect(response.headers.get('x-answer')).toBe('yes')
  expect(await response.json()).toEqual({
    method: 'PUT',
    url: `${url}/api/user/a%20b?q=1&user_id=a+b`,
    own: 'mine',
    body: 'سلام',
  })
})

test("the client's address is the connection's, whatever the client claims", async () => {
  const url = await serve({
    'who.ts': ({ headers }) =>
      Response.json(
        ['x-forwarded-for', 'x-real-ip', 'x-vercel-ip-country', 'forwarded'].map((name) => headers.get(name)),
      ),
  })

  const response = await fetch(`${url}/api/who`, {
    headers: {
      'x-forwarded-for': '6.6.6.6',
      'x-real-ip': '6.6.6.6',
      'x-vercel-ip-country': 'XX',
      forwarded: 'for=6.6.6.6',
    },
  })

  expect(await response.json()).toEqual(['127.0.0.1', '127.0.0.1', null, null])
})

test('a function that throws is a 500 without details for the client, and all of them for the operator', async () => {
  const errors: unknown[] = []
  const failure = new Error('password=hunter2')
  const url = await serve({ 'broken.ts': () => Promise.reject(failure) }, { onError: (error) => errors.push(error) })

  const response = await fetch(`${url}/api/broken`)

  expect(response.status).toBe(500)
  expect(await response.json()).toEqual({
    error: 'internal-error',
    message: 'Something went wrong on our side.',
    request_id: 'id-1',
  })
  expect(errors).toEqual([failure])
})

test('a function can refuse a body without reading it to the end', async () => {
  const url = await serve({
    'limit.ts': async (request) => {
      const reader = request.body?.getReader()
      await reader?.read()
      await reader?.cancel()
      return new Response('too large', { status: 413 })
    },
  })

  const response = await fetch(`${url}/api/limit`, { method: 'POST', body: 'x'.repeat(20 * 1024 * 1024) })

  expect([response.status, await response.text()]).toEqual([413, 'too large'])
})

test('two cookies stay two headers', async () => {
  const url = await serve({
    'cookies.ts': () =>
      new Response(null, {
        status: 204,
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
      }),
  })

  const response = await fetch(`${url}/api/cookies`)

  expect(response.status).toBe(204)
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2'])
})

test('an unknown /api path is a 404 in the shape of every error', async () => {
  const response = await fetch(`${await serve()}/api/nothing/here`)

  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({
    error: 'not-found',
    message: 'Nothing answers /api/nothing/here.',
    request_id: 'id-1',
  })
})
