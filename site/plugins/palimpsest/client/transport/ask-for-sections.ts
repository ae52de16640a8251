import type { LessonEvent } from '../state/reduce-lesson.ts'
import type { PageLesson } from '../../lesson/page-lesson.ts'
import { ApiProblem, callApi, type Api } from './call-api.ts'
import type { Device } from '../browser/device.ts'
import type { Choices } from '../storage/choices.ts'
import { readEvents } from './read-events.ts'

export interface SectionsCall {
  readonly api: Api
  readonly device: Pick<Device, 'after'>
  readonly learner: string
  readonly page: Pick<PageLesson, 'slug' | 'content_hash'>
  /** Only these; the whole lesson when undefined. */
  readonly sections: readonly string[] | undefined
  /** Key of the finished version that the reader has of the others, if the server does not know of yet. */
  readonly version?: string | undefined
  readonly choices: Choices
  readonly signal: AbortSignal
}

/** The server sends something every 10 s; after this long without a byte the connection is dead, whatever it says. */
const silenceMs = 30_000

/**
 * One `POST /api/personalize`, event by event.
 *
 * @throws ApiProblem when it is refused, and `ended-early` when it breaks off, falls silent or ends before its time.
 */
export async function askForSections(call: SectionsCall, receive: (event: LessonEvent) => void): Promise<void> {
  const watch = watchSilence(call)
  try {
    const body = await openStream({ ...call, signal: watch.signal })
    const heard = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        watch.heard()
        controller.enqueue(chunk)
      },
    })
    await receiveAll(body.pipeThrough(heard), receive)
  } catch (error) {
    throw error instanceof ApiProblem || call.signal.aborted ? error : endedEarly()
  } finally {
    watch.end()
  }
}

async function openStream({ api, learner, page, sections, version, choices, signal }: SectionsCall) {
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
      ...(version === undefined ? {} : { version }),
      ...(Object.keys(choices).length > 0 ? { choices } : {}),
    },
    signal,
  })
  if (!response.body) {
    throw new ApiProblem('unreachable', response.status, 'The server sent an empty answer.')
  }
  return response.body
}

async function receiveAll(body: ReadableStream<Uint8Array>, receive: (event: LessonEvent) => void): Promise<void> {
  let ended = false
  for await (const event of readEvents(body)) {
    if (event.event === 'error') {
      const { error, message, retryable } = event.data
      throw new ApiProblem(error, 0, message, { final: !retryable })
    }
    receive(event)
    ended = event.event === 'lesson-end'
  }
  if (!ended) {
    throw endedEarly()
  }
}

export function endedEarly(): ApiProblem {
  return new ApiProblem('ended-early', 0, 'The connection ended before every section had arrived.')
}

interface SilenceWatch {
  /** Aborted with the call's own signal, and after too long a silence. */
  readonly signal: AbortSignal
  heard(): void
  end(): void
}

function watchSilence({ device, signal }: SectionsCall): SilenceWatch {
  const connection = new AbortController()
  const hangUp = (): void => connection.abort()
  const wait = (): (() => void) => device.after(silenceMs, hangUp)
  let stop = wait()
  signal.addEventListener('abort', hangUp)
  return {
    signal: connection.signal,
    heard() {
      stop()
      stop = wait()
    },
    end() {
      stop()
      signal.removeEventListener('abort', hangUp)
    },
  }
}
