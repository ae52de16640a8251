import type { PageSection } from '../../../lesson/page-lesson.ts'
import type { Answers } from '../../../../../../lib/profile/index.ts'
import { aLessonProof } from '../../../../../../test/support/a-lesson-proof.ts'
import { aStorage } from '../../../../../../test/support/a-storage.ts'
import { createTimers } from '../../../../../../test/support/create-timers.ts'
import { graduate } from '../../../../../../test/support/graduate.ts'
import type { KeyedStorage } from '../../storage/browser-storage.ts'
import { storageKeys } from '../../storage/storage-keys.ts'
import { createFinishedVersions } from '../../transport/finished-versions.ts'
import { createPersonalLesson } from '../create-personal-lesson.ts'

/** A section as its page knows it. */
export const onPage = (id: string, hash: string, different: Partial<PageSection> = {}): PageSection => ({
  id,
  hash,
  facets: 'prose',
  rewritten: 'always',
  ...different,
})
export const page = {
  slug: 'a/b',
  content_hash: 'c'.repeat(64),
  context_hash: 'd'.repeat(64),
  language: 'en',
  sections: [onPage('one', '111111111111'), onPage('two', '222222222222')],
}
export const profile = (sent = true, different: Partial<Answers> = {}) => ({
  [storageKeys.profile]: JSON.stringify({ answers: { ...graduate, ...different }, sent }),
})

const usage = { input_tokens: null, cached_input_tokens: null, output_tokens: null }
const identity = { key: 'e'.repeat(64), written_at: '2026-01-01T00:00:00.000Z' }
const sse = (event: string, data: object) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

interface Reading {
  readonly level?: string
  readonly variant?: number
}

/** The events of a lesson, as the server sends them. */
export const sent = {
  start: (ids: readonly string[], { level = 'as-is', variant = 0 }: Reading = {}) =>
    sse('lesson-start', {
      lesson: { slug: page.slug, title: 'A', language: 'en' },
      content_hash: page.content_hash,
      key: 'd'.repeat(64),
      recipe: 'p1/demo-writer',
      model: { name: 'demo-writer', demo: true },
      language: 'en',
      sections: ids.map((id) => ({
        id,
        heading: id.toUpperCase(),
        state: 'writing',
        facets: ['preferred_language'],
        level,
        variant,
      })),
    }),
  block: (section: string, index: number, markdown: string) => sse('section-block', { section, index, markdown }),
  end: (id: string, different: object = {}) =>
    sse('section-end', {
      section: id,
      source: 'rewrite',
      cached: false,
      markdown: `${id}, rewritten`,
      proof: null,
      ...identity,
      ...different,
    }),
  finish: sse('lesson-end', {
    cached: 0,
    written: 1,
    original: 0,
    usage,
    generated_at: '2026-01-01T00:00:00.000Z',
    proof: aLessonProof,
  }),
  error: (code: string, retryable: boolean) => sse('error', { error: code, message: code, retryable }),
}

/** A finished version of the lesson. */
export const aVersion = {
  lesson: { slug: page.slug, title: 'A', language: 'en' },
  content_hash: page.content_hash,
  key: 'd'.repeat(64),
  recipe: 'r',
  model: { name: 'demo-writer', demo: true },
  language: 'en',
  generated_at: '2026-01-01T00:00:00.000Z',
  proof: aLessonProof,
  sections: [
    {
      id: 'one',
      source: 'rewrite',
      heading: 'One',
      markdown: 'finished text',
      proof: null,
      ...identity,
      facets: [],
      level: 'as-is',
      variant: 0,
    },
  ],
}

/** A whole answer about these sections. */
export const whole = (...ids: string[]): string[] => [sent.start(ids), ...ids.map((id) => sent.end(id)), sent.finish]

export const stream = (...events: string[]): Response =>
  new Response(events.join(''), { headers: { 'content-type': 'text/event-stream' } })

/** A stream that breaks off after these events as a lost connection does. */
export function brokenStream(...events: string[]): Response {
  const texts = [...events]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const text = texts.shift()
      if (text === undefined) {
        controller.error(new TypeError('network error'))
      } else {
        controller.enqueue(new TextEncoder().encode(text))
      }
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

/** A stream that says this much, and then nothing more until it is hung up. */
export function silentStream(signal: AbortSignal | null | undefined, ...events: string[]): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(events.join('')))
      signal?.addEventListener('abort', () => controller.error(signal.reason))
    },
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
}

export const refusal = (status: number, error: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error, message: error, request_id: 'r' }, { status, headers })

type Reply = (init: RequestInit) => Response

/** What the page asked the API, one entry a call. */
export interface Asked {
  readonly call: string
  readonly body: { readonly sections?: string[]; readonly choices?: object; readonly version?: string }
}

/** What outlives a page on its device. */
export interface OnDevice {
  readonly storage: KeyedStorage
  readonly lessons: Map<string, string>
}

export const aDevice = (entries: Record<string, string> = profile()): OnDevice => ({
  storage: aStorage(entries),
  lessons: new Map(),
})

interface Opened {
  readonly on?: OnDevice
  readonly lessonOnPage?: typeof page
  /** What the server says of a finished version, whatever its key; that there is none, unless set. */
  readonly version?: Reply
}

/** A page whose API gives these answers, one a call, and notes what it was asked. Short rests end at once. */
export function openPage(replies: Reply[], { on = aDevice(), lessonOnPage = page, version }: Opened = {}) {
  const asked: Asked[] = []
  const versionsAsked: string[] = []
  const fake = (async (input: string, init: RequestInit = {}) => {
    if (input.startsWith('/api/rewrites/')) {
      versionsAsked.push(`${init.method} ${input}`)
      return version?.(init) ?? refusal(404, 'rewrite-not-found')
    }
    asked.push({ call: `${init.method} ${input}`, body: JSON.parse(typeof init.body === 'string' ? init.body : '{}') })
    const reply = replies.shift()
    if (!reply) {
      throw new TypeError('fetch failed')
    }
    return reply(init)
  }) as typeof fetch
  const network = createNetwork()
  const timers = createTimers({ waitMax: 10_000 })
  const api = { base: '', fetch: fake }
  const versionTimers = createTimers({ waitMax: 0 })
  const lesson = createPersonalLesson({
    api,
    storage: on.storage,
    randomness: crypto,
    page: lessonOnPage,
    device: { ...network.device, after: timers.after, isSparing: () => false, whenIdle: () => () => undefined },
    versions: createFinishedVersions({ api, device: versionTimers }),
    saved: {
      find: async (slug) => on.lessons.get(slug),
      store: async (slug, text) => void on.lessons.set(slug, text),
    },
  })
  const phases: string[] = []
  lesson.subscribe(() => phases.push(lesson.getState().phase))
  const until = (holds: (state: ReturnType<typeof lesson.getState>) => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => holds(lesson.getState()) && resolve()
      lesson.subscribe(look)
      look()
    })
  const untilPhase = (phase: string) => until((state) => state.phase === phase)
  return { lesson, asked, versionsAsked, versionTimers, phases, timers, network, on, until, untilPhase }
}

function createNetwork() {
  let online = true
  const whenOnline = new Set<() => void>()
  const whenBack = new Set<() => void>()
  const listen = (listeners: Set<() => void>) => (run: () => void) => {
    listeners.add(run)
    return () => void listeners.delete(run)
  }
  return {
    device: { isOnline: () => online, onOnline: listen(whenOnline), onReturn: listen(whenBack) },
    goOffline: () => void (online = false),
    goOnline() {
      online = true
      whenOnline.forEach((run) => run())
    },
    /** The page is looked at again, or another tab has changed what is stored on the device. */
    comeBack: () => whenBack.forEach((run) => run()),
    listeners: () => whenOnline.size,
  }
}
