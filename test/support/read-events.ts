import { createParser } from 'eventsource-parser'
import * as v from 'valibot'
import { expect } from 'vitest'
import {
  lessonEndSchema,
  lessonStartSchema,
  sectionBlockSchema,
  sectionEndSchema,
  streamErrorSchema,
  type WireEvent,
  type WireEvents,
} from '../../lib/contract/wire-events.ts'

const schemas: { readonly [Name in keyof WireEvents]: v.GenericSchema<unknown, WireEvents[Name]> } = {
  'lesson-start': lessonStartSchema,
  'section-block': sectionBlockSchema,
  'section-end': sectionEndSchema,
  'lesson-end': lessonEndSchema,
  error: streamErrorSchema,
}

/** Reads an answer's events to the end. Each must be one that the wire knows, with the data of its schema and no more. */
export async function readEvents(response: Response): Promise<WireEvent[]> {
  const events: WireEvent[] = []
  const parser = createParser({
    onEvent: ({ event = 'message', data }) => events.push(parseEvent(event, JSON.parse(data))),
  })
  parser.feed(await response.text())
  return events
}

function parseEvent(event: string, data: unknown): WireEvent {
  const schema = schemas[event as keyof WireEvents]
  if (schema === undefined) throw new Error(`The wire has no event "${event}"`)
  expect(v.parse(schema, data), event).toEqual(data)
  return { event, data } as WireEvent
}

/** The data of all events of one name, in the order in which they came. */
export function eventsNamed<Name extends keyof WireEvents>(
  events: readonly WireEvent[],
  name: Name,
): readonly WireEvents[Name][] {
  return events.filter(({ event }) => event === name).map(({ data }) => data as WireEvents[Name])
}
