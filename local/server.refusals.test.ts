import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { createTestServers } from './create-test-servers.ts'

const { serve } = createTestServers({ 'lessons/topics.html': '<h1>Topics</h1>' })
const functions = { 'hello.ts': (request: Request) => Response.json({ url: request.url }) }

/** Sends a text over a connection of its own, and gives what comes back until the server hangs up. */
async function send(url: string, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(text, 'latin1')
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(socket, 'close')
  return Buffer.concat(chunks).toString('latin1')
}

const bodyOf = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1))

test.each([
  ['a user in its Host', 'GET /api/hello HTTP/1.1\r\nHost: u@x\r\nConnection: close\r\n\r\n'],
  ['a user in its Host, for a page', 'GET / HTTP/1.1\r\nHost: u:p@x\r\nConnection: close\r\n\r\n'],
  ['a path in its Host', 'GET /api/hello HTTP/1.1\r\nHost: x/y\r\nConnection: close\r\n\r\n'],
  ['a query in its Host', 'GET /api/hello HTTP/1.1\r\nHost: x?y\r\nConnection: close\r\n\r\n'],
  ['spaces in its Host', 'GET /api/hello HTTP/1.1\r\nHost: x y\r\nConnection: close\r\n\r\n'],
  ['a port in its Host that is none', 'GET /api/hello HTTP/1.1\r\nHost: x:99999\r\nConnection: close\r\n\r\n'],
  ['an address in its Host that is none', 'GET /api/hello HTTP/1.1\r\nHost: [::1\r\nConnection: close\r\n\r\n'],
  [
    'letters in its Host that no name has',
    'GET /api/hello HTTP/1.1\r\nHost: \xc3\xa9\x80\r\nConnection: close\r\n\r\n',
  ],
  ['an empty Host', 'GET /api/hello HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n'],
  ['no Host', 'GET /api/hello HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['two Hosts', 'GET /api/hello HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n'],
  ['no path', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['the address of another server', 'GET http://a.b/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a method that functions do not accept', 'TRACE /api/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
  ['a tunnel', 'CONNECT a.b:443 HTTP/1.1\r\nHost: a.b:443\r\n\r\n'],
  ['a method that nobody knows', 'STEAL / HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no HTTP', '\x16\x03\x01\x00\xa5\r\n\r\n'],
  ['a header without a colon', 'GET / HTTP/1.1\r\nHost: x\r\nwhat\r\n\r\n'],
  ['two lengths', 'POST /api/hello HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
  ['a length that is none', 'POST /api/hello HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
  [
    'a length and chunks',
    'POST /api/hello HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  ['headers without an end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['a path without an end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
])('a request with %s is answered with 400, in the shape of every error', async (_name, request) => {
  const errors: unknown[] = []
  const answer = await send(await serve(functions, { onError: (error) => errors.push(error) }), request)

  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(answer).toMatch(/content-type: application\/json/i)
  expect(bodyOf(answer)).toEqual({ error: 'invalid-request', message: expect.any(String), request_id: 'id-1' })
  expect(errors).toEqual([])
})

test.each([
  ['x', 'http://x/api/hello'],
  ['learn.example.org', 'http://learn.example.org/api/hello'],
  ['learn_er.example.org:8080', 'http://learn_er.example.org:8080/api/hello'],
  ['[2001:db8::1]:80', 'http://[2001:db8::1]/api/hello'],
])('a request with the Host %s is answered', async (host, url) => {
  const answer = await send(
    await serve(functions),
    `GET /api/hello HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
  )
  expect(bodyOf(answer)).toEqual({ url })
})

test('a request of HTTP/1.0 without a Host is answered', async () => {
  expect(await send(await serve(functions), 'GET /api/hello HTTP/1.0\r\n\r\n')).toContain(
    '"url":"http://127.0.0.1/api/hello"',
  )
})

test('a server with names of its own answers for them and for this machine, to nobody else', async () => {
  const url = await serve(functions, { allowedHosts: ['learn.example.org'] })
  const statusFor = async (host: string, path: string): Promise<string | undefined> =>
    (await send(url, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).split(' ')[1]
  for (const path of ['/', '/api/hello', '/lessons/topics']) {
    for (const host of ['learn.example.org', 'LEARN.example.org:8080', '127.0.0.1:1', 'localhost:3000', '[::1]:3000'])
      expect(await statusFor(host, path), `${host}${path}`).toBe('200')
    for (const host of [
      'evil.example',
      'learn.example.org.evil.example',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      '0.0.0.0',
    ])
      expect(await statusFor(host, path), `${host}${path}`).toBe('400')
  }
})

test('a body that breaks off ends in no error of ours', async () => {
  const errors: unknown[] = []
  const heard: string[] = []
  const read = async (request: Request): Promise<Response> => {
    heard.push(await request.text().catch(() => 'broken off'))
    return new Response('read')
  }
  const url = await serve({ 'read.ts': read }, { onError: (error) => errors.push(error) })
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.end('POST /api/read HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"half":')
  await expect.poll(() => heard).toEqual(['broken off'])
  socket.destroy()
  expect(errors).toEqual([])
})
