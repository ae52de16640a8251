import { createParser, type EventSourceMessage } from 'eventsource-parser'
import * as v from 'valibot'
import {
  lessonEndSchema,
  lessonStartSchema,
  sectionBlockSchema,
  sectionEndSchema,
  streamErrorSchema,
  type WireEvent,
} from '../../../../../lib/rewrite/wire-events.ts'

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
  return schema && ({ event, data: v.parse(schema, JSON.parse(data)) } as WireEvent)
}

/** The events of a `text/event-stream` body, as they arrive. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<WireEvent> {
  const messages: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (message) => messages.push(message) })
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
    }
  } finally {
    reader.releaseLock()
  }
}
