import { publishLessons } from '../../lib/db/index.ts'
import { percentile } from '../numbers/percentile.ts'
import type { Findings, Question, Table, Target } from '../report/findings.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { createReader } from '../testbed/create-reader.ts'
import { startEdgeCache } from '../testbed/edge-cache.ts'
import { findVersionKey } from '../testbed/find-version-key.ts'
import { measureOwnCpu } from '../testbed/measure-own-cpu.ts'
import { lifelikePace as pace } from '../testbed/pace.ts'
import { timeEvents, timeText, type LessonRequest, type LessonTimes } from '../testbed/time-lesson.ts'
import { withTestbed, type Testbed } from '../testbed/with-testbed.ts'

const sectionCount = 8
/** How often a hit is read; a replay takes so long that it is read less often. */
const readings = { ours: 200, replay: 2 }
const cpuMillisecondsMax = 3

interface Row {
  readonly approach: string
  readonly times: readonly LessonTimes[]
}

interface CpuRow {
  readonly what: string
  /** Milliseconds. */
  readonly cpu: number
}

export const cacheHit: Question = {
  letter: 'b',
  title: 'A lesson that somebody has read before',
  method: [
    `A lesson of ${sectionCount} sections is read once, and then again by the same reader, ${readings.ours} times one after another; replays ${readings.replay} times.`,
    'Ours by POST is the event stream that the page asks for; by GET it is the finished version. The cold CDN asks the function each time; the warm one is a small cache in a process of the bench that follows the answer’s headers.',
    'The rival is the caching middleware of the AI SDK’s documentation over the same PostgreSQL: it keeps the model’s stream and replays it with 10 ms after each part. The same without that pause is measured, too.',
    'CPU is that of the function alone, in a process of its own: the database’s answers are recorded and given again at once. What is left is our code with parsing, planning and serialising.',
    'The network between reader, CDN, function and database is this machine’s own; a real one adds its way to each.',
  ],
  run: (print) =>
    withTestbed({ pace, servers: { ours: {} } }, async (testbed) => {
      const lesson = await composeLesson(sectionCount)
      await publishLessons(testbed, { version: 1, lessons: [lesson] })
      const request = {
        url: testbed.servers['ours']?.url ?? '',
        slug: lesson.slug,
        reader: await createReader(testbed.db),
      }
      const rows = await measureHits(testbed, request, print)
      const cpu: CpuRow[] = []
      for (const accept of ['text/event-stream', 'application/json'] as const)
        cpu.push({ what: accept, cpu: await measureOwnCpu({ ...request, accept }, testbed.settings) })
      return findCacheHit(rows, cpu)
    }),
}

async function measureHits(testbed: Testbed, request: LessonRequest, print: (line: string) => void): Promise<Row[]> {
  const rows: Row[] = []
  const measure = async (approach: string, times: number, read: () => Promise<LessonTimes>): Promise<void> => {
    const found: LessonTimes[] = []
    for (let turn = 0; turn < times; turn += 1) found.push(await read())
    rows.push({ approach, times: found })
    print(
      `  ${approach}: ${formatNumber(
        percentile(
          found.map(({ whole }) => whole),
          0.5,
        ),
        'milliseconds',
      )}`,
    )
  }
  await timeEvents(request)
  await timeText(recipe(request))
  await measure('ours, POST', readings.ours, () => timeEvents(request))
  const path = `/api/rewrites/${await findVersionKey(testbed.db)}?form=slots`
  const cdn = await startEdgeCache(request.url)
  await measure('ours, GET, cold CDN', readings.ours, () => timeGet(request.url + path))
  await timeGet(cdn.url + path)
  await measure('ours, GET, warm CDN', readings.ours, () => timeGet(cdn.url + path))
  await cdn.close()
  await measure('recipe, replayed', readings.replay, () => timeText(recipe(request)))
  await measure('recipe, no pause', readings.replay, () => timeText(recipe(request, '?delay=none')))
  return rows
}

const recipe = (request: LessonRequest, query = ''): LessonRequest => ({
  ...request,
  url: `${request.url}/api/baselines/caching-recipe${query}`,
})

async function timeGet(url: string): Promise<LessonTimes> {
  const began = performance.now()
  const response = await fetch(url)
  const { sections } = (await response.json()) as { sections: unknown[] }
  if (sections.length !== sectionCount) throw new Error(`Got ${sections.length} sections`)
  const whole = performance.now() - began
  return { firstText: whole, firstParagraph: whole, whole }
}

const wholeOf = (rows: readonly Row[], approach: string, share = 0.5): number =>
  percentile(
    (rows.find((row) => row.approach === approach)?.times ?? []).map(({ whole }) => whole),
    share,
  )

const findCacheHit = (rows: readonly Row[], cpu: readonly CpuRow[]): Findings => ({
  targets: findTargets(rows, cpu),
  tables: [
    buildTable(rows),
    {
      caption: 'CPU of our own code for one hit',
      columns: [{ name: 'answer' }, { name: 'CPU', unit: 'milliseconds' }],
      rows: cpu.map((row) => [row.what, row.cpu]),
    },
  ],
  charts: [
    {
      kind: 'bars',
      name: 'cache-hit',
      title: `Time to a whole cached lesson of ${sectionCount} sections, p50`,
      unit: 'milliseconds',
      scale: 'log',
      groups: rows.map(({ approach }) => ({
        label: approach.replace('ours, ', ''),
        bars: [{ series: approach.startsWith('ours') ? 'ours' : 'recipe', value: wholeOf(rows, approach) }],
      })),
    },
  ],
})

function findTargets(rows: readonly Row[], cpu: readonly CpuRow[]): Target[] {
  const faster = wholeOf(rows, 'recipe, replayed') / wholeOf(rows, 'ours, POST')
  const mostCpu = Math.max(...cpu.map((row) => row.cpu))
  return [
    {
      what: 'A hit, compared with the recipe’s replay',
      wanted: 'at least 100× faster',
      measured: formatNumber(faster, 'ratio'),
      met: faster >= 100,
    },
    {
      what: 'CPU of our own code for one hit',
      wanted: `at most ${cpuMillisecondsMax} ms for ${sectionCount} sections`,
      measured: formatNumber(mostCpu, 'milliseconds'),
      met: mostCpu <= cpuMillisecondsMax,
    },
  ]
}

const buildTable = (rows: readonly Row[]): Table => ({
  caption: 'Ratios say how many times as long as ours by POST',
  columns: [
    { name: 'contender' },
    { name: 'whole lesson', unit: 'ratio' },
    { name: 'p50', unit: 'milliseconds' },
    { name: 'p99', unit: 'milliseconds' },
    { name: 'first text, p50', unit: 'milliseconds' },
    { name: 'readings', unit: 'count' },
  ],
  rows: rows.map(({ approach, times }) => [
    approach,
    wholeOf(rows, approach) / wholeOf(rows, 'ours, POST'),
    wholeOf(rows, approach),
    times.length < 100 ? null : wholeOf(rows, approach, 0.99),
    percentile(
      times.map(({ firstText }) => firstText),
      0.5,
    ),
    times.length,
  ]),
})
