import { expect } from 'vitest'
import personalize from '../../api/personalize.ts'
import type { LessonEnd, LessonStart, SectionEnd, WireEvent } from '../../lib/contract/wire-events.ts'
import { call } from './call.ts'
import { backgroundWork } from './background-work.ts'
import { readEvents } from './read-events.ts'

/** The JSON answer of `POST /api/personalize`. */
export interface LessonAnswer {
  readonly personalized_content: string
  readonly cached: boolean
  readonly generated_at: string
  readonly lesson: { readonly slug: string; readonly content_hash: string; readonly key: string }
  readonly sections: readonly AnsweredSection[]
  readonly summary: LessonEnd
}

export type AnsweredSection = Omit<SectionEnd, 'section' | 'heading' | 'markdown'> &
  Omit<LessonStart['sections'][number], 'state'> & { readonly markdown: string }

/** Asks for a lesson as this learner. */
export const askForLesson = (
  learner: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  call(personalize, 'POST /api/personalize', { body, headers: { 'x-user-id': learner, ...headers } })

/** Reads a lesson as JSON and waits until the reading is remembered. */
export async function readLesson(learner: string, body: object, headers = {}): Promise<LessonAnswer> {
  const response = await askForLesson(learner, body, headers)
  const answer: unknown = await response.json()
  expect(response.status, JSON.stringify(answer)).toBe(200)
  await backgroundWork()
  return answer as LessonAnswer
}

/** Reads a lesson as events and waits until the reading is remembered. */
export async function streamLesson(learner: string, body: object): Promise<WireEvent[]> {
  const response = await askForLesson(learner, body, { accept: 'text/event-stream' })
  expect(response.status).toBe(200)
  const events = await readEvents(response)
  await backgroundWork()
  return events
}
