import { publishLessons } from '../../lib/db/index.ts'
import { median, percentile } from '../numbers/percentile.ts'
import type { Findings, Question, Table } from '../report/findings.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { createReader } from '../testbed/create-reader.ts'
import { findVersionKey } from '../testbed/find-version-key.ts'
import { loadServer, type LoadCall, type LoadResult } from '../testbed/load-server.ts'
import type { ServerProcess } from '../testbed/start-process.ts'
import { timeEvents } from '../testbed/time-lesson.ts'
import type { Vitals } from '../testbed/vitals.ts'
import { withTestbed } from '../testbed/with-testbed.ts'

const sectionCount = 8
const connectionCounts = [1, 10, 50]
const requests = 400
const memory = { requests: 10_000, step: 2_000, connections: 10, growthBytesMax: 4e6 }

interface Row extends LoadResult {
  readonly name: string
  readonly connections: number
}

interface Sample extends Vitals {
  readonly requests: number
}

export const load: Question = {
  letter: 'f',
  title: 'Under load',
  method: [
    `A lesson of ${sectionCount} sections that is cached, one server process, PostgreSQL beside it on the same two cores as the requests’ sender. ${requests} requests for each number of connections, the next one as soon as an answer is whole.`,
    'Shares are those of the answers’ own Server-Timing headers: database is the round trip to it, with the wait for a core; the rest is our code.',
    `Memory is what is alive after a garbage collection, over ${formatNumber(memory.requests, 'count')} requests.`,
  ],
  run: (print) =>
    withTestbed(
      { pace: { firstTokenMs: 0, tokensPerSecond: 1e9, tokensAPiece: 64 }, servers: { ours: {} } },
      async (testbed) => {
        const lesson = await composeLesson(sectionCount)
        await publishLessons(testbed, { version: 1, lessons: [lesson] })
        const server = testbed.servers['ours'] as ServerProcess
        const reader = await createReader(testbed.db)
        await timeEvents({ url: server.url, slug: lesson.slug, reader })
        const calls = listCalls(server.url, { reader, slug: lesson.slug, key: await findVersionKey(testbed.db) })
        const rows: Row[] = []
        for (const [name, call] of Object.entries(calls))
          for (const connections of connectionCounts) {
            await loadServer(call, { requests: 100, connections })
            rows.push({ name, connections, ...(await loadServer(call, { requests, connections })) })
            print(
              `  ${name}, ${connections} connections: ${formatNumber(rows.at(-1)?.perSecond ?? 0, 'count')} a second`,
            )
          }
        return findLoad(rows, await watchMemory(server, calls[lessonAsJson], print))
      },
    ),
}

const lessonAsJson = 'POST /api/personalize, JSON'

function listCalls(
  url: string,
  { reader, slug, key }: { readonly reader: string; readonly slug: string; readonly key: string },
): Readonly<Record<string, LoadCall> & Record<typeof lessonAsJson, LoadCall>> {
  const headers = { 'x-user-id': reader, 'content-type': 'application/json' }
  const personalize = {
    method: 'POST',
    url: `${url}/api/personalize`,
    body: JSON.stringify({ lesson_slug: slug, form: 'slots' }),
  } as const
  return {
    [lessonAsJson]: { ...personalize, headers },
    'POST /api/personalize, events': { ...personalize, headers: { ...headers, accept: 'text/event-stream' } },
    'GET /api/rewrites/{key}': { method: 'GET', url: `${url}/api/rewrites/${key}?form=slots` },
    'GET /api/user/preferences': { method: 'GET', url: `${url}/api/user/preferences`, headers },
  }
}

async function watchMemory(
  server: ServerProcess,
  call: LoadCall,
  print: (line: string) => void,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [{ requests: 0, ...(await server.vitals()) }]
  for (let done = memory.step; done <= memory.requests; done += memory.step) {
    await loadServer(call, { requests: memory.step, connections: memory.connections })
    samples.push({ requests: done, ...(await server.vitals()) })
    print(`  after ${formatNumber(done, 'count')} requests: ${formatNumber(samples.at(-1)?.heap ?? 0, 'bytes')}`)
  }
  return samples
}

function findLoad(rows: readonly Row[], samples: readonly Sample[]): Findings {
  // The first step still compiles and fills caches.
  const growth = (samples.at(-1)?.heap ?? 0) - (samples[1]?.heap ?? 0)
  return {
    targets: [
      {
        what: `Memory from ${formatNumber(memory.step, 'count')} to ${formatNumber(memory.requests, 'count')} requests`,
        wanted: `at most ${formatNumber(memory.growthBytesMax, 'bytes')} more`,
        measured: formatNumber(growth, 'bytes'),
        met: growth <= memory.growthBytesMax,
      },
    ],
    tables: [buildTable(rows), buildShares(rows), buildMemory(samples)],
    charts: [
      {
        kind: 'bars',
        name: 'load',
        title: 'Requests a second of one process, with 10 connections',
        unit: 'count',
        scale: 'linear',
        groups: rows
          .filter(({ connections }) => connections === 10)
          .map(({ name, perSecond }) => ({
            label: name.replace(/^\w+ \/api\//, '').replace('personalize, ', ''),
            bars: [{ series: 'requests a second', value: Math.round(perSecond) }],
          })),
      },
    ],
  }
}

const buildTable = (rows: readonly Row[]): Table => ({
  caption: 'A cached lesson, and a profile beside it',
  columns: [
    { name: 'function' },
    { name: 'connections', unit: 'count' },
    { name: 'requests a second', unit: 'count' },
    { name: 'p50', unit: 'milliseconds' },
    { name: 'p95', unit: 'milliseconds' },
    { name: 'p99', unit: 'milliseconds' },
  ],
  rows: rows.map(({ name, connections, perSecond, latencies }) => [
    name,
    connections,
    Math.round(perSecond),
    ...[0.5, 0.95, 0.99].map((share) => percentile(latencies, share)),
  ]),
})

const parts = ['db', 'app', 'json', 'total'] as const

/** Medians of what the answers say of themselves; an answer from a CDN has none. */
const buildShares = (rows: readonly Row[]): Table => ({
  caption: 'Where the time goes within the function, medians',
  columns: [
    { name: 'function' },
    { name: 'connections', unit: 'count' },
    { name: 'database', unit: 'milliseconds' },
    { name: 'our code', unit: 'milliseconds' },
    { name: 'serialising', unit: 'milliseconds' },
    { name: 'in all', unit: 'milliseconds' },
    { name: 'share of database', unit: 'share' },
  ],
  rows: rows
    .filter(({ headers }) => headers[0]?.['server-timing'] !== undefined)
    .map(({ name, connections, headers }) => {
      const [db = 0, app = 0, json = 0, total = 0] = parts.map((part) =>
        median(headers.map((one) => readPart(String(one['server-timing']), part))),
      )
      return [name, connections, db, app, json, total, db / total]
    }),
})

const readPart = (header: string, part: string): number =>
  Number(new RegExp(`\\b${part};dur=([\\d.]+)`).exec(header)?.[1])

const buildMemory = (samples: readonly Sample[]): Table => ({
  caption: 'Memory of the server process',
  columns: [
    { name: 'requests so far', unit: 'count' },
    { name: 'alive', unit: 'bytes' },
    { name: 'resident', unit: 'bytes' },
  ],
  rows: samples.map(({ requests: done, heap, residentSet }) => [done, heap, residentSet]),
})
