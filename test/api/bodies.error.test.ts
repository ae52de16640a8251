import { describe, expect, test } from 'vitest'
import { call } from '../support/call.ts'
import { bodyCalls } from '../support/endpoints.ts'
import { expectProblem } from '../support/expect-problem.ts'

const headers = { 'x-user-id': crypto.randomUUID() }

/** A JSON body of exactly so many bytes, which no endpoint accepts for what it says. */
const bodyOf = (bytes: number): string => `{"x":"${'a'.repeat(bytes - 8)}"}`

describe.each(bodyCalls)('$call', ({ call: methodAndPath, edgeFunction, bytesMax }) => {
  const send = (body: unknown, contentType = 'application/json'): Promise<Response> =>
    call(edgeFunction, methodAndPath, { body, headers: { ...headers, 'content-type': contentType } })

  test('reads a body of exactly the limit, and refuses it for what it says', async () => {
    await expectProblem(await send(bodyOf(bytesMax)), 'invalid-request')
  })

  test('refuses a body one byte past the limit', async () => {
    const { message } = await expectProblem(await send(bodyOf(bytesMax + 1)), 'body-too-large')
    expect(message).toContain(String(bytesMax))
  })

  test('counts bytes, not characters', async () => {
    await expectProblem(await send(`{"x":"${'ک'.repeat(bytesMax / 2)}"}`), 'body-too-large')
  })

  test('refuses a body that says it is too large before it is read', async () => {
    const request = new Request(`https://palimpsest.test${methodAndPath.split(' ')[1]}`, {
      method: methodAndPath.split(' ')[0] ?? '',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': String(bytesMax + 1) },
      body: '{}',
    })
    await expectProblem(await edgeFunction(request), 'body-too-large')
  })

  test('refuses a body that breaks off as the client’s, and leaves no error in the log', async () => {
    const [method = '', path = ''] = methodAndPath.split(' ')
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"x":'))
        controller.error(new Error('aborted'))
      },
    })
    const init = { method, headers: { ...headers, 'content-type': 'application/json' }, body, duplex: 'half' }
    const request = new Request(`https://palimpsest.test${path}`, init)
    const { message } = await expectProblem(await edgeFunction(request), 'invalid-json')
    expect(message).toContain('ended too early')
  })

  test('names a missing body', async () => {
    const { message } = await expectProblem(await send(''), 'invalid-json')
    expect(message).toContain('empty')
  })

  test.each(['{', '{"a":}', 'undefined', "{'a': 1}", '{"a": 1} trailing'])('refuses %s: not JSON', async (body) => {
    await expectProblem(await send(body), 'invalid-json')
  })

  test('refuses a body that is not UTF-8', async () => {
    const { message } = await expectProblem(await send(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 'invalid-json')
    expect(message).toContain('UTF-8')
  })

  test('refuses a body whose last character is cut off', async () => {
    await expectProblem(await send(new Uint8Array([0x22, 0xd9])), 'invalid-json')
  })

  test.each(['text/plain', 'application/jsonp', 'multipart/form-data; boundary=x', 'text/json'])(
    'refuses the content type %s, naming it',
    async (contentType) => {
      const { message } = await expectProblem(await send('{}', contentType), 'unsupported-media-type')
      expect(message).toContain(`"${contentType}"`)
    },
  )

  test('refuses a body without a content type', async () => {
    const [method = '', path = ''] = methodAndPath.split(' ')
    const body = new Blob(['{}'])
    const request = new Request(`https://palimpsest.test${path}`, { method, headers, body })
    await expectProblem(await edgeFunction(request), 'unsupported-media-type')
  })

  test.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset=UTF-8'])(
    'reads a body of the content type %s',
    async (contentType) => {
      await expectProblem(await send('{"x": 1}', contentType), 'invalid-request')
    },
  )

  test('names every wrong field at once', async () => {
    const { detail } = await expectProblem(await send({ first: 1, second: 2 }), 'invalid-request')
    expect(detail).toEqual({ fields: expect.arrayContaining([{ field: 'first', message: 'Unknown field.' }]) })
  })
})
