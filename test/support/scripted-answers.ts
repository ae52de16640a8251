import type { Page } from 'playwright-core'
import type { WireEvent } from '../../lib/contract/wire-events.ts'

interface Answers {
  /** The line breaks off after the events; else it ends with `lesson-end`, and without one stays open. */
  readonly breaks?: boolean
  /** What the page's later calls get: `silence`, a refusal, what the server says, or the same again by default. */
  readonly later?: 'same' | 'silence' | 'refusal' | 'server'
}

/** Lets the page's calls for a lesson bring these events; the server is not asked for it. */
export async function answerWith(
  page: Page,
  events: readonly WireEvent[],
  { breaks = false, later = 'same' }: Answers = {},
): Promise<void> {
  const text = events.map(({ event, data }) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`).join('')
  const ends = events.some(({ event }) => event === 'lesson-end')
  await page.addInitScript(replaceCalls, { text, breaks, ends, later })
}

/** Runs in the page, so it stands alone. */
function replaceCalls(script: { text: string; breaks: boolean; ends: boolean; later: string }): void {
  const send = window.fetch.bind(window)
  let calls = 0
  const stream = (): Response => {
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      controller.enqueue(new TextEncoder().encode(script.text))
      if (script.ends) controller.close()
    }
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (script.breaks) controller.error(new TypeError('network error'))
    }
    // Without a buffer: what breaks off is first read to where it does.
    const body = new ReadableStream<Uint8Array>({ start, pull }, { highWaterMark: 0 })
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
  }
  const refusal = (): Response =>
    Response.json({ error: 'database-unavailable', message: 'No database.', request_id: 'r' }, { status: 503 })
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input)
    if (!url.endsWith('/api/personalize')) return send(input, init)
    calls += 1
    if (calls > 1 && script.later === 'server') return send(input, init)
    if (calls === 1 || script.later === 'same') return stream()
    return script.later === 'refusal' ? refusal() : new Promise<Response>(() => undefined)
  }
}
