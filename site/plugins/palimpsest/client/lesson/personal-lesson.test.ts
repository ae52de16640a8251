import { expect, test } from 'vitest'
import { aLessonProof } from '../../../../../test/support/a-lesson-proof.ts'
import type { KeyedStorage } from '../browser-storage.ts'
import { storageKeys } from '../storage-keys.ts'
import { createPersonalLesson } from './personal-lesson.ts'

const page = { slug: 'a/b', content_hash: 'c'.repeat(64), sections: [] }
const answers = {
  preferred_language: 'en',
  education_level: 'graduate',
  programming_experience: 'none',
  robotics_background: true,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}
const usage = { input_tokens: null, cached_input_tokens: null, output_tokens: null }

function storageWith(entries: Record<string, string>): KeyedStorage {
  const map = new Map(Object.entries(entries))
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  }
}
const reading = { facets: ['preferred_language'], dial: 'as-is', take: 0 }
const identity = { key: 'e'.repeat(64), written_at: '2026-01-01T00:00:00.000Z' }
const profile = (sent: boolean) => ({ [storageKeys.profile]: JSON.stringify({ answers, sent }) })
const sse = (event: string, data: object) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
const start = (...ids: string[]) =>
  sse('lesson-start', {
    lesson: { slug: page.slug, title: 'A', language: 'en' },
    content_hash: page.content_hash,
    key: 'd'.repeat(64),
    recipe: 'r',
    model: { name: 'demo-writer', demo: true },
    language: 'en',
    sections: ids.map((id) => ({ id, heading: null, state: 'writing', ...reading })),
  })
const end = (id: string) =>
  sse('section-end', { section: id, source: 'rewrite', cached: false, markdown: id, proof: null, ...identity })
const finish = sse('lesson-end', { cached: 0, written: 1, original: 0, usage, generated_at: 'x', proof: aLessonProof })
const stream = (...events: string[]) =>
  new Response(events.join(''), { headers: { 'content-type': 'text/event-stream' } })
const refusal = (status: number, error: string) => Response.json({ error, message: error, request_id: 'r' }, { status })

/** A page whose API gives these answers, one a call, and notes what it was asked. */
function openPage(replies: (() => Response)[], entries: Record<string, string> = profile(true)) {
  const asked: { call: string; body: { sections?: string[] } }[] = []
  const fake = (async (input: string, init: RequestInit = {}) => {
    asked.push({ call: `${init.method} ${input}`, body: JSON.parse(typeof init.body === 'string' ? init.body : '{}') })
    const reply = replies.shift()
    if (!reply) {
      throw new TypeError('fetch failed')
    }
    return reply()
  }) as typeof fetch
  const storage = storageWith(entries)
  const around = (change: () => void) => change()
  const lesson = createPersonalLesson({ api: { base: '', fetch: fake }, storage, randomness: crypto, page, around })
  const until = (phase: string) =>
    new Promise<void>((resolve) => {
      const look = () => lesson.getState().phase === phase && resolve()
      lesson.subscribe(look)
      look()
    })
  return { lesson, asked, storage, until }
}

test('a lesson is asked for once, and its events fill the page', async () => {
  const { lesson, asked, until } = openPage([() => stream(start('for-you', 'one'), end('for-you'), end('one'), finish)])
  lesson.ask()
  lesson.ask()
  await until('done')
  lesson.ask()
  expect(asked.map(({ call }) => call)).toEqual(['POST /api/personalize'])
  expect(lesson.getState().sections['one']?.blocks).toEqual(['one'])
})

test('answers that the server has not seen are sent first', async () => {
  const ok = () => Response.json({})
  const { lesson, asked, storage, until } = openPage(
    [ok, ok, () => stream(start('one'), end('one'), finish)],
    profile(false),
  )
  lesson.ask()
  await until('done')
  expect(asked.map(({ call }) => call)).toEqual([
    'POST /api/user/create',
    'POST /api/onboarding',
    'POST /api/personalize',
  ])
  expect(storage.getItem(storageKeys.profile)).toContain('"sent":true')
})

test('a server that has lost the learner is told again', async () => {
  const ok = () => Response.json({})
  const { lesson, asked, until } = openPage([
    () => refusal(404, 'user-not-found'),
    ok,
    ok,
    () => stream(start('one'), end('one'), finish),
  ])
  lesson.ask()
  await until('done')
  expect(asked).toHaveLength(4)
})

test('after a broken connection, Try again asks only for what is missing', async () => {
  const { lesson, asked, until } = openPage([
    () => stream(start('for-you', 'one', 'two'), end('for-you'), end('one')),
    () => stream(start('two'), end('two'), finish),
  ])
  lesson.ask()
  await until('failed')
  expect(lesson.getState().trouble?.code).toBe('ended-early')
  lesson.ask()
  await until('done')
  expect(asked.at(-1)?.body.sections).toEqual(['two'])
})

test('a server that cannot be reached leaves the original and offers another try', async () => {
  const { lesson, until } = openPage([])
  lesson.ask()
  await until('failed')
  expect(lesson.getState().trouble).toMatchObject({ code: 'unreachable', retryable: true })
})

test('the second visit takes the finished version by its key, and asks only for the note', async () => {
  const first = openPage([() => stream(start('one'), end('one'), finish)])
  first.lesson.ask()
  await first.until('done')
  const version = {
    lesson: { slug: page.slug, title: 'A', language: 'en' },
    content_hash: page.content_hash,
    key: 'd'.repeat(64),
    recipe: 'r',
    model: { name: 'demo-writer', demo: true },
    language: 'en',
    sections: [
      { id: 'one', source: 'rewrite', heading: 'One', markdown: 'kept text', proof: null, ...identity, ...reading },
    ],
  }
  const entries = { ...profile(true), [storageKeys.rewrites]: first.storage.getItem(storageKeys.rewrites) ?? '' }
  const second = openPage(
    [() => Response.json(version), () => stream(start('for-you'), end('for-you'), finish)],
    entries,
  )
  second.lesson.ask()
  await second.until('done')
  expect(second.asked[0]?.call).toBe(`GET /api/rewrites/${'d'.repeat(64)}?form=slots`)
  expect(second.asked[1]?.body.sections).toEqual(['for-you'])
  expect(second.lesson.getState().sections['one']).toMatchObject({ blocks: ['kept text'], heading: undefined })
})

test('a reader who leaves is not told of trouble', async () => {
  const { lesson } = openPage([])
  lesson.ask()
  lesson.close()
  await new Promise((resolve) => setImmediate(resolve))
  expect(lesson.getState().phase).toBe('planning')
})
