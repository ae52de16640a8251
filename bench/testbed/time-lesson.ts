import { createParser } from 'eventsource-parser'
import { forYouSection } from '../../lib/lesson/index.ts'
import type { LessonStart, SectionEnd, WireEvents } from '../../lib/contract/index.ts'

/** When a reader got what, in milliseconds from the request. */
export interface LessonTimes {
  /** The first words of the lesson's first section; not those of the opening note. */
  readonly firstText: number
  /** The first paragraph of it that is whole. */
  readonly firstParagraph: number
  readonly whole: number
}

export interface LessonRequest {
  readonly url: string
  readonly reader: string
  readonly slug: string
}

/** An event that a reader got, and when on the wall clock, in milliseconds since 1970. */
export interface TimedEvent {
  readonly event: keyof WireEvents
  readonly section: string | undefined
  readonly cached: boolean | undefined
  readonly source: string | undefined
  readonly at: number
}

const wallClock = (): number => performance.timeOrigin + performance.now()

/** Reads a lesson from our function as its events come. */
export async function timeEvents({
  url,
  reader,
  slug,
}: LessonRequest): Promise<LessonTimes & { events: TimedEvent[] }> {
  const began = wallClock()
  const events: TimedEvent[] = []
  let first: string | undefined
  const parser = createParser({
    onEvent({ event, data }) {
      const at = wallClock()
      const { section, cached, source, sections } = JSON.parse(data) as Partial<SectionEnd & LessonStart>
      first ??= sections?.find(({ id }) => id !== forYouSection)?.id
      events.push({ event: event as TimedEvent['event'], section, cached, source, at })
    },
  })
  const body = await ask({ url: `${url}/api/personalize`, reader, slug, accept: 'text/event-stream' })
  for await (const piece of body) parser.feed(piece)
  const firstOfSection = events.find(({ section }) => section !== undefined && section === first)
  const end = events.at(-1)
  if (end?.event !== 'lesson-end' || !firstOfSection) throw new Error(`The lesson "${slug}" did not come to its end`)
  const firstText = firstOfSection.at - began
  return { firstText, firstParagraph: firstText, whole: end.at - began, events }
}

/** Reads a lesson from a baseline as its text comes. */
export async function timeText(request: LessonRequest): Promise<LessonTimes> {
  const began = wallClock()
  let text = ''
  let [firstText, firstParagraph] = [0, 0]
  for await (const piece of await ask({ ...request, accept: 'text/plain' })) {
    text += piece
    const words = text.replace(/^#.*\n+/, '')
    if (firstText === 0 && words.trim() !== '') firstText = wallClock() - began
    if (firstParagraph === 0 && words.trimStart().includes('\n\n')) firstParagraph = wallClock() - began
  }
  const whole = wallClock() - began
  if (firstText === 0) throw new Error(`The lesson "${request.slug}" has no text`)
  return { firstText, firstParagraph: firstParagraph || whole, whole }
}

async function ask({
  url,
  reader,
  slug,
  accept,
}: LessonRequest & { readonly accept: string }): Promise<ReadableStream<string>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, 'x-user-id': reader },
    body: JSON.stringify({ lesson_slug: slug, ...(accept === 'text/plain' ? {} : { form: 'slots' }) }),
  })
  if (!response.ok || response.body === null) throw new Error(`Got ${response.status}: ${await response.text()}`)
  return response.body.pipeThrough(new TextDecoderStream())
}
