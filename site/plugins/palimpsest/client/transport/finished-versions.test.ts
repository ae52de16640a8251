import { expect, test } from 'vitest'
import { createTimers } from '../../../../../test/support/create-timers.ts'
import { createFinishedVersions } from './finished-versions.ts'
import { aVersion, refusal } from '../loader/testing/open-page.ts'

const key = 'd'.repeat(64)
const { signal } = new AbortController()

/** Versions whose server gives these answers, one a call. */
function versionsFrom(...replies: ((init: RequestInit) => Response | Promise<Response>)[]) {
  const asked: string[] = []
  const timers = createTimers({ waitMax: 0 })
  const fake = (async (input: string, init: RequestInit) => {
    asked.push(input)
    const reply = replies.shift()
    if (!reply) {
      throw new TypeError('fetch failed')
    }
    return reply(init)
  }) as typeof fetch
  return { versions: createFinishedVersions({ api: { base: '', fetch: fake }, device: timers }), asked, timers }
}

const silence = ({ signal: given }: RequestInit) =>
  new Promise<Response>((_, reject) => given?.addEventListener('abort', () => reject(new Error('aborted'))))
const missing = () => new Response(null, { status: 204 })

test('a version comes as the events that would have brought it', async () => {
  const { versions, asked, timers } = versionsFrom(() => Response.json(aVersion))
  const events = await versions.find(key, signal)
  expect(events?.map(({ event }) => event)).toEqual(['lesson-start', 'section-end'])
  expect(asked).toEqual([`/api/rewrites/${key}?form=slots&missing=204`])
  expect(timers.left()).toEqual([])
})

test.each([
  ['none', missing],
  ['another shape', () => Response.json({ lesson: {} })],
  ['half a text', () => new Response('{"lesson":')],
])('there is no version where the server has %s', async (_, reply) => {
  expect(await versionsFrom(reply).versions.find(key, signal)).toBeUndefined()
})

test('there is no version where the server is out of reach', async () => {
  expect(await versionsFrom().versions.find(key, signal)).toBeUndefined()
})

test('a server that says nothing for a second is not waited for', async () => {
  const { versions, timers } = versionsFrom(silence)
  const found = versions.find(key, signal)
  timers.ring(1_000)
  expect(await found).toBeUndefined()
})

test('a version that stops coming is not waited for longer than ten seconds', async () => {
  const stuck = ({ signal: given }: RequestInit) =>
    new Response(
      new ReadableStream({
        start: (controller) => given?.addEventListener('abort', () => controller.error(new Error('aborted'))),
      }),
    )
  const { versions, timers } = versionsFrom(stuck)
  const found = versions.find(key, signal)
  await new Promise((resolve) => setImmediate(resolve))
  timers.ring(10_000)
  expect(await found).toBeUndefined()
})

test('a reader who leaves is not brought a version', async () => {
  const { versions } = versionsFrom(silence)
  const leaving = new AbortController()
  const found = versions.find(key, leaving.signal)
  leaving.abort()
  await expect(found).rejects.toThrow('aborted')
})

test('what was found missing ahead of time is not asked for when the lesson is opened, and is the next time', async () => {
  const { versions, asked } = versionsFrom(missing, () => Response.json(aVersion))
  await versions.fetchAhead(key)
  expect(await versions.find(key, signal)).toBeUndefined()
  expect(asked).toHaveLength(1)
  expect(await versions.find(key, signal)).toHaveLength(2)
})

test('what came ahead of time, or was out of reach then, is asked for when the lesson is opened', async () => {
  const found = versionsFrom(
    () => Response.json(aVersion),
    () => Response.json(aVersion),
  )
  await found.versions.fetchAhead(key)
  expect(await found.versions.find(key, signal)).toHaveLength(2)
  const unreachable = versionsFrom(
    () => refusal(503, 'database-unavailable'),
    () => Response.json(aVersion),
  )
  await unreachable.versions.fetchAhead(key)
  expect(await unreachable.versions.find(key, signal)).toHaveLength(2)
})
