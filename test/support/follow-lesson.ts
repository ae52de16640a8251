import type { WireEvent } from '../../lib/contract/wire-events.ts'
import { eventsNamed, readEvents } from './read-events.ts'

/** A reader who reads along. */
export interface FollowedLesson {
  /** Resolves when an event of this name (of this section) has come. */
  seen(event: WireEvent['event'], section?: string): Promise<void>
  /** Every event, when the answer has ended. */
  readonly events: Promise<readonly WireEvent[]>
}

interface AskedWith {
  readonly headers?: Readonly<Record<string, string>>
  /** An integrator's text. */
  readonly original?: string
}

/** Asks a server for a lesson as events, and reads it as it comes. */
export async function followLesson(
  serverUrl: string,
  learner: string,
  slug: string,
  { headers = {}, original }: AskedWith = {},
): Promise<FollowedLesson> {
  const response = await fetch(`${serverUrl}/api/personalize`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'x-user-id': learner, ...headers },
    body: JSON.stringify({ lesson_slug: slug, original_content: original }),
  })
  if (!response.ok || response.body === null) throw new Error(`Got ${response.status}: ${await response.text()}`)
  const waiting = new Map<string, () => void>()
  let text = ''
  const notifyWaiters = (): void => {
    for (const [wanted, resolve] of waiting) if (text.includes(wanted)) resolve()
  }
  const readOn = async (body: ReadableStream<Uint8Array>): Promise<readonly WireEvent[]> => {
    for await (const piece of body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)) {
      text += piece
      notifyWaiters()
    }
    return readEvents(new Response(text))
  }
  const events = readOn(response.body)
  // The server may be killed: whoever asks for the events gets the error.
  events.catch(() => {})
  return {
    events,
    seen: (event, section) =>
      new Promise((resolve) => {
        waiting.set(`event: ${event}\ndata: {${section === undefined ? '' : `"section":"${section}"`}`, resolve)
        notifyWaiters()
      }),
  }
}

/** The text of each section as a reader puts it together: the blocks that came, or what `section-end` brought. */
export function readTexts(events: readonly WireEvent[]): Readonly<Record<string, string | undefined>> {
  const blocks = eventsNamed(events, 'section-block')
  return Object.fromEntries(
    eventsNamed(events, 'section-end').map(({ section, source, markdown }) => {
      const shown = blocks.filter((block) => block.section === section).map((block) => block.markdown)
      return [section, source === 'original' ? undefined : (markdown ?? shown.join('\n\n'))]
    }),
  )
}
