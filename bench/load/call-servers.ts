import { setTimeout } from 'node:timers/promises'
import { createParser } from 'eventsource-parser'
import type { LoadTestbed } from './open-load-testbed.ts'

export interface Call {
  /** Its name in the table. */
  readonly name: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly learner?: string
  readonly body?: unknown
  /** As a stream of events. */
  readonly events?: true
  /** About a rewrite that was read: where servers and database fail, it may have reached its reader and not been stored. */
  readonly aboutRewrite?: true
  /** The statuses that are right; 200 and 201 by default. */
  readonly wanted?: readonly number[]
}

export interface Answer {
  readonly status: number
  readonly json: Readonly<Record<string, unknown>>
  /** The events of a stream, by name, to its end. */
  readonly events: readonly { readonly event: string; readonly data: unknown }[]
}

/** The report on the calls of one name. */
export interface CallCounts {
  readonly latencies: number[]
  readonly statuses: Map<number, number>
  /** Calls that were made again, to the other server. */
  repeated: number
}

export interface Caller {
  readonly call: (call: Call) => Promise<Answer>
  readonly counts: ReadonlyMap<string, CallCounts>
  /** What no caller may get, in words. */
  readonly wrong: readonly string[]
}

/**
 * Calls the two servers in turn. With `patience` (milliseconds) a call that fails as a whole, or breaks off, is made
 * again to the other server, as a page does it; without, it is reported as wrong at once.
 */
export function createCaller({ servers }: Pick<LoadTestbed, 'servers'>, patience = 0): Caller {
  const counts = new Map<string, CallCounts>()
  const wrong: string[] = []
  let turn = 0

  const countsOf = (name: string): CallCounts => {
    const known = counts.get(name) ?? { latencies: [], statuses: new Map<number, number>(), repeated: 0 }
    counts.set(name, known)
    return known
  }

  async function call(one: Call): Promise<Answer> {
    const [began, counted] = [performance.now(), countsOf(one.name)]
    for (let tries = 1; ; tries += 1) {
      const url = servers[turn++ % servers.length]?.url ?? ''
      const answer = await answerOf(url, one)
      const isBroken = typeof answer === 'string' || answer.status >= 500
      if (isBroken && performance.now() - began < patience) {
        counted.repeated += 1
        await setTimeout(Math.min(100 * tries, 1_000))
        continue
      }
      counted.latencies.push(performance.now() - began)
      const { status, json } = typeof answer === 'string' ? { status: 0, json: { message: answer } } : answer
      counted.statuses.set(status, (counted.statuses.get(status) ?? 0) + 1)
      // A write that was made again may have been done the first time.
      const repeated = tries > 1 ? [404, 409] : []
      const unstored = patience > 0 && one.aboutRewrite ? [404] : []
      if (![...(one.wanted ?? [200, 201]), ...repeated, ...unstored].includes(status))
        wrong.push(`${one.name}: ${status} ${JSON.stringify(json).slice(0, 200)}`)
      return typeof answer === 'string' ? { status, json, events: [] } : answer
    }
  }

  return { call, counts, wrong }
}

/** The answer, or in words how it broke. */
async function answerOf(url: string, { method, path, learner, body, events }: Call): Promise<Answer | string> {
  try {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(learner === undefined ? {} : { 'x-user-id': learner }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(events ? { accept: 'text/event-stream' } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.headers.get('content-type')?.includes('event-stream'))
      return { status: response.status, json: JSON.parse(text) as Answer['json'], events: [] }
    const read = readAll(text)
    return read.at(-1)?.event === 'lesson-end' ? { status: 200, json: {}, events: read } : 'the stream broke off'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readAll(text: string): Answer['events'] {
  const events: { event: string; data: unknown }[] = []
  const parser = createParser({
    onEvent: ({ event = '', data }) => void events.push({ event, data: JSON.parse(data) as unknown }),
  })
  parser.feed(text)
  return events
}
