import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { waitUntil } from '@vercel/functions'
import { expect, test } from 'vitest'
import { createTestServers, openRaw } from './create-test-servers.ts'

const { serve, close } = createTestServers()

test('the first chunk reaches the reader while the function is still open', async () => {
  const readerHasFirst = Promise.withResolvers<void>()
  const url = await serve({
    'stream.ts': () =>
      new Response(
        new ReadableStream<string>({
          async start(controller) {
            controller.enqueue('first')
            await readerHasFirst.promise
            controller.enqueue('second')
            controller.close()
          },
        }).pipeThrough(new TextEncoderStream()),
      ),
  })

  const { body } = await fetch(`${url}/api/stream`, { headers: { 'accept-encoding': 'gzip, br' } })
  const received: string[] = []
  for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    received.push(text)
    readerHasFirst.resolve()
  }

  expect(received).toEqual(['first', 'second'])
})

test('headers leave before the first byte of the body', async () => {
  const headersSeen = Promise.withResolvers<void>()
  const url = await serve({
    'slow.ts': () =>
      new Response(
        new ReadableStream({
          async start(controller) {
            await headersSeen.promise
            controller.close()
          },
        }),
      ),
  })

  const response = await fetch(`${url}/api/slow`)
  headersSeen.resolve()

  expect(await response.text()).toBe('')
})

test('a reader who leaves stops neither the stream nor the work under waitUntil', async () => {
  const readerLeft = Promise.withResolvers<void>()
  const streamed = Promise.withResolvers<string>()
  const worked = Promise.withResolvers<string>()
  let cancelled = false
  let aborted = false
  const url = await serve({
    'leave.ts': (request) => {
      request.signal.addEventListener('abort', () => (aborted = true))
      waitUntil(readerLeft.promise.then(() => worked.resolve('work done')))
      let chunks = 0
      return new Response(
        new ReadableStream<Uint8Array>({
          async pull(controller) {
            if (chunks === 1) await readerLeft.promise
            chunks += 1
            controller.enqueue(new Uint8Array(64 * 1024))
            if (chunks < 100) return
            controller.close()
            streamed.resolve('stream read to its end')
          },
          cancel: () => void (cancelled = true),
        }),
      )
    },
  })
  const reader = new AbortController()
  const response = await fetch(`${url}/api/leave`, { signal: reader.signal })
  await response.body?.getReader().read()

  reader.abort()
  readerLeft.resolve()

  expect(await Promise.all([streamed.promise, worked.promise])).toEqual(['stream read to its end', 'work done'])
  expect({ cancelled, aborted }).toEqual({ cancelled: false, aborted: false })
})

test('a slow reader slows the function down instead of filling the memory', async () => {
  let pulled = 0
  const url = await serve({
    'flood.ts': () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull(controller) {
            pulled += 1
            controller.enqueue(new Uint8Array(1024 * 1024))
            if (pulled === 200) controller.close()
          },
        }),
      ),
  })
  const incoming = await openRaw(url, '/api/flood')
  await once(incoming, 'readable')
  const pulledBeforeReading = pulled

  let bytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) bytes += chunk.length

  expect(pulledBeforeReading).toBeLessThan(100)
  expect(bytes).toBe(200 * 1024 * 1024)
})

test('close() waits for work under waitUntil', async () => {
  const order: string[] = []
  const release = Promise.withResolvers<void>()
  const url = await serve({
    'work.ts': () => {
      waitUntil(release.promise.then(() => order.push('work done')))
      return new Response('ok')
    },
  })
  await (await fetch(`${url}/api/work`)).text()

  const closed = close().then(() => order.push('closed'))
  await expect(fetch(url)).rejects.toThrow('fetch failed')
  await nextTurn()
  release.resolve()
  await closed

  expect(order).toEqual(['work done', 'closed'])
})

test('a stream that fails cuts the connection: half an answer never looks whole', async () => {
  const errors: unknown[] = []
  const failure = new Error('lost')
  const url = await serve(
    {
      'half.ts': () => {
        let sent = false
        return new Response(
          new ReadableStream({
            pull(controller) {
              if (sent) controller.error(failure)
              else controller.enqueue(new Uint8Array(10))
              sent = true
            },
          }),
        )
      },
    },
    { onError: (error) => errors.push(error) },
  )

  await expect(fetch(`${url}/api/half`).then((response) => response.text())).rejects.toThrow('terminated')

  expect(errors).toEqual([failure])
})

test('a client that goes away in the middle of its body does not stop the server', async () => {
  const entered = Promise.withResolvers<void>()
  const failed = Promise.withResolvers<unknown>()
  const url = await serve(
    {
      'upload.ts': async (request) => {
        entered.resolve()
        return new Response(await request.text())
      },
    },
    { onError: failed.resolve },
  )
  const upload = httpRequest(`${url}/api/upload`, {
    method: 'POST',
    headers: { 'content-length': '100' },
    agent: false,
  })
  upload.on('error', () => {})
  upload.write('half')
  await entered.promise

  upload.destroy()

  expect(await failed.promise).toBeInstanceOf(Error)
  expect((await fetch(url)).status).toBe(200)
})
