import type { WireEvent } from '../contract/index.ts'

/** How often a comment is sent to hold the connection open, in milliseconds. */
export const pingMilliseconds = 10_000

type Every = (milliseconds: number, tick: () => unknown) => () => void

/**
 * Sends events as they happen (`text/event-stream`, WHATWG HTML, server-sent events). A reader who leaves stops the
 * sending, not the work.
 */
export function eventStreamResponse(events: AsyncIterable<WireEvent>, every: Every): Response {
  const encoder = new TextEncoder()
  let stopPinging = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      stopPinging = every(pingMilliseconds, () => controller.enqueue(encoder.encode(': ping\n\n')))
      void forward(controller)
    },
    cancel: () => stopPinging(),
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })

  async function forward(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      for await (const event of events) controller.enqueue(encoder.encode(formatEvent(event)))
      controller.close()
    } catch {
      // The stream was cancelled: the reader has left.
    } finally {
      stopPinging()
    }
  }
}

/** Formats one event. JSON has no line breaks, so one `data:` line is enough. */
export const formatEvent = ({ event, data }: WireEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
