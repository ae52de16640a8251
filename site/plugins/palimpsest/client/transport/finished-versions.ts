import * as v from 'valibot'
import type { LessonEvent } from '../state/reduce-lesson.ts'
import { lessonVersionSchema } from '../../../../../lib/contract/index.ts'
import { callApi, type Api } from './call-api.ts'
import type { Device } from '../browser/device.ts'
import { buildVersionEvents } from './build-version-events.ts'

/** Finished versions of lessons by their keys, as the CDN and the browser store them. */
export interface FinishedVersions {
  /**
   * A version, as the events that would have brought it. Undefined when there is none to be had this way, for whatever reason,
   * or not in time: the caller then asks for the lesson itself.
   */
  find(key: string, signal: AbortSignal): Promise<LessonEvent[] | undefined>
  /** Has the browser save a version, if there is one. Asks no model, and never fails. */
  fetchAhead(key: string): Promise<void>
}

/** A reader whose lesson has to be written waits no longer than this for the answer that there is none, in milliseconds. */
const answerMillisecondsMax = 1_000
/** A version that has begun to come may take so long. */
const textMillisecondsMax = 10_000

interface VersionServices {
  readonly api: Api
  readonly device: Pick<Device, 'after'>
}

export function createFinishedVersions({ api, device }: VersionServices): FinishedVersions {
  /** There was none a moment ago: whoever opens that lesson next need not wait to hear it again. */
  const missing = new Set<string>()
  /** Undefined when the server has none. On a guess it says so without an error, which the browser would report. */
  const fetchVersion = async (key: string, signal?: AbortSignal): Promise<unknown> => {
    const connection = new AbortController()
    const hangUp = (): void => connection.abort()
    signal?.addEventListener('abort', hangUp)
    let stop = device.after(answerMillisecondsMax, hangUp)
    try {
      const path = `/api/rewrites/${key}?form=slots&missing=204` as const
      const response = await callApi(api, { method: 'GET', path, signal: connection.signal })
      stop()
      stop = device.after(textMillisecondsMax, hangUp)
      return response.status === 204 ? undefined : await response.json()
    } finally {
      stop()
      signal?.removeEventListener('abort', hangUp)
    }
  }
  return {
    async find(key, signal) {
      if (missing.delete(key)) {
        return undefined
      }
      const answer = await fetchVersion(key, signal).catch(() => undefined)
      signal.throwIfAborted()
      const version = v.safeParse(lessonVersionSchema, answer)
      return version.success ? buildVersionEvents(version.output) : undefined
    },
    async fetchAhead(key) {
      try {
        const answer = await fetchVersion(key)
        if (answer === undefined) {
          missing.add(key)
        } else {
          missing.delete(key)
        }
      } catch {
        // Whatever it was, the lesson is asked for as usual.
      }
    },
  }
}
