import type { WireEvent } from '../../../../../lib/rewrite/wire-events.ts'
import type { PageLesson } from '../../remark/page-lesson.ts'
import { ApiProblem, callApi, type Api } from '../calls/call-api.ts'
import type { Choices } from './choices.ts'
import { readEvents } from './read-events.ts'

export interface SectionsCall {
  readonly api: Api
  readonly learner: string
  readonly page: Pick<PageLesson, 'slug' | 'content_hash'>
  /** Only these; the whole lesson when undefined. */
  readonly sections: readonly string[] | undefined
  readonly choices: Choices
  readonly signal: AbortSignal
}

/**
 * One `POST /api/personalize`, event by event.
 *
 * @throws ApiProblem when it is refused, and `ended-early` when it ends before its time.
 */
export async function askForSections(call: SectionsCall, receive: (event: WireEvent) => void): Promise<void> {
  const { api, learner, page, sections, choices, signal } = call
  const response = await callApi(api, {
    method: 'POST',
    path: '/api/personalize',
    learner,
    accept: 'text/event-stream',
    body: {
      lesson_slug: page.slug,
      content_hash: page.content_hash,
      form: 'slots',
      ...(sections ? { sections } : {}),
      ...(Object.keys(choices).length > 0 ? { choices } : {}),
    },
    signal,
  })
  if (!response.body) {
    throw new ApiProblem('unreachable', response.status, 'The server sent an empty answer.')
  }
  let last: WireEvent['event'] | undefined
  for await (const event of readEvents(response.body)) {
    last = event.event
    receive(event)
  }
  if (last !== 'lesson-end' && last !== 'error') {
    throw new ApiProblem('ended-early', 0, 'The connection ended before every section had arrived.')
  }
}
