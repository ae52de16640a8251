import { createParser, type EventSourceMessage, type ParseError } from 'eventsource-parser'
import * as v from 'valibot'
import {
  lessonEndSchema,
  lessonStartSchema,
  sectionBlockSchema,
  sectionEndSchema,
  streamErrorSchema,
  type WireEvent,
} from '../../../../../lib/contract/index.ts'

const schemas: Record<string, v.GenericSchema> = {
  'lesson-start': lessonStartSchema,
  'section-block': sectionBlockSchema,
  'section-end': sectionEndSchema,
  'lesson-end': lessonEndSchema,
  error: streamErrorSchema,
}

/** One message as a wire event; undefined for an event that this page does not know. Throws on one that is malformed. */
function parseMessage({ event = '', data }: EventSourceMessage): WireEvent | undefined {
  const schema = schemas[event]
  return schema && ({ event, data: v.parse(v.pipe(v.string(), v.parseJson(), schema), data) } as WireEvent)
}

/** The longest event, in characters: many times a section with its proof. */
export const eventCharactersMax = 1_000_000

/**
 * The events of a `text/event-stream` body, as they arrive. Throws on an event that is malformed or endless. The body is
 * cancelled when it is not read to its end.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<WireEvent> {
  const messages: EventSourceMessage[] = []
  let endless: ParseError | undefined
  const parser = createParser({
    maxBufferSize: eventCharactersMax,
    onEvent: (message) => messages.push(message),
    onError(error) {
      if (error.type === 'max-buffer-size-exceeded') {
        endless = error
      }
    },
  })
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) {
        return
      }
      parser.feed(decoder.decode(value, { stream: true }))
      for (const message of messages.splice(0)) {
        const event = parseMessage(message)
        if (event) {
          yield event
        }
      }
      if (endless) {
        throw endless
      }
    }
  } finally {
    // Without this the server would go on sending. A body that broke off by itself cannot be cancelled, and need not be.
    reader.cancel().catch(() => undefined)
    reader.releaseLock()
  }
}
