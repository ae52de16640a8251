import { publishLessons } from '../../lib/db/index.ts'
import { buildProfileKeys } from '../../lib/profile/index.ts'
import { hashText } from '../../lib/text/index.ts'
import { percentile } from '../numbers/percentile.ts'
import type { BarChart, Findings, Question, Table, Target } from '../report/findings.ts'
import { formatNumber } from '../report/format-number.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import { createReader, usualAnswers } from '../testbed/create-reader.ts'
import type { Pace, Tally } from '../testbed/pace.ts'
import { timeEvents, timeText, type LessonTimes, type TimedEvent } from '../testbed/time-lesson.ts'
import { withTestbed, type Testbed } from '../testbed/with-testbed.ts'

const crowds = [1, 10, 50, 200]
const sectionCount = 4
const pace: Pace = { firstTokenMs: 300, tokensPerSecond: 200, tokensAPiece: 8 }
const approaches = ['ours', 'recipe', 'one user'] as const
type Approach = (typeof approaches)[number]

interface Crowd {
  readonly readers: number
  readonly approach: Approach
  readonly tally: Tally
  readonly times: readonly LessonTimes[]
  /** Milliseconds from the moment a rewrite was stored until each of those who waited for it had it. */
  readonly delays: readonly number[]
  readonly statements: number
  /** Lines that the servers logged as errors: mostly that the database gave no answer in time. */
  readonly errors: number
}

export const manyReaders: Question = {
  letter: 'c',
  title: 'Many readers at once on a lesson that nobody has read yet',
  method: [
    `${crowds.join(', ')} readers with the same answers open the same cold lesson of ${sectionCount} sections in the same moment, at two server processes.`,
    `The model is simulated: first token after ${pace.firstTokenMs} ms, then ${pace.tokensPerSecond} tokens a second in each call, however many calls there are, ${pace.tokensAPiece} in a piece.`,
    'The recipe is the caching middleware of the AI SDK’s documentation, with one call for the whole lesson. “One user” is our code with each reader’s id in the keys, so that nothing is shared.',
    'A follower is a reader of a section that another one’s request writes. Their delay runs from the database’s time of storing to the reader’s time of having the section, on one clock.',
    'Readers, model, database and both servers share two cores. That slows all contenders with many readers, and most of all those that stream most; the numbers of calls and tokens do not depend on it. An error that is logged is mostly a statement that the database did not answer in time.',
  ],
  run: (print) =>
    withTestbed({ pace, servers: { one: {}, two: {} } }, async (testbed) => {
      const found: Crowd[] = []
      for (const readers of crowds)
        for (const approach of approaches) {
          found.push(await gather(testbed, readers, approach))
          print(`  ${readers} readers, ${approach}: ${found.at(-1)?.tally.calls} model calls`)
        }
      return findManyReaders(found)
    }),
}

async function gather(testbed: Testbed, readers: number, approach: Approach): Promise<Crowd> {
  const lesson = await composeLesson(sectionCount, `for-${readers}`)
  await publishLessons(testbed, { version: 1, lessons: [lesson] })
  await testbed.emptyCaches()
  const keysOf = approach === 'one user' ? keysOfOne : undefined
  const ids = await Promise.all(Array.from({ length: readers }, () => createReader(testbed.db, keysOf)))
  const servers = Object.values(testbed.servers)
  const requests = ids.map((reader, index) => ({
    reader,
    slug: lesson.slug,
    url: servers[index % servers.length]?.url ?? '',
  }))
  const statementsBefore = await countStatements(testbed)
  const errorsBefore = countErrors(testbed)
  let read: (LessonTimes & { readonly events?: readonly TimedEvent[] })[] = []
  const tally = await testbed.tally(async () => {
    read = await Promise.all(
      requests.map((request) =>
        approach === 'recipe'
          ? timeText({ ...request, url: `${request.url}/api/baselines/caching-recipe` })
          : timeEvents(request),
      ),
    )
  })
  return {
    readers,
    approach,
    tally,
    times: read,
    delays: await findDelays(
      testbed,
      read.flatMap(({ events = [] }) => events),
    ),
    statements: (await countStatements(testbed)) - statementsBefore,
    errors: countErrors(testbed) - errorsBefore,
  }
}

/** Keys of one user alone: a cache for each user. */
async function keysOfOne(id: string): Promise<Awaited<ReturnType<typeof buildProfileKeys>>> {
  const ours = await buildProfileKeys(usualAnswers)
  const own = Object.entries(ours).map(async ([facets, key]) => [facets, await hashText(key + id)] as const)
  return Object.fromEntries(await Promise.all(own)) as typeof ours
}

async function countStatements({ servers }: Testbed): Promise<number> {
  const vitals = await Promise.all(Object.values(servers).map((server) => server.vitals()))
  return vitals.reduce((sum, { statements }) => sum + statements, 0)
}

const countErrors = ({ servers }: Testbed): number =>
  Object.values(servers).reduce((sum, { errors }) => sum + errors.length, 0)

async function findDelays({ db }: Testbed, events: readonly TimedEvent[]): Promise<number[]> {
  const rows = await db
    .selectFrom('personalized_content_cache')
    .select(['section_id', 'created_at'])
    .where('state', '=', 'ready')
    .execute()
  const storedAt = new Map(rows.map(({ section_id, created_at }) => [section_id, created_at.getTime()]))
  return events.flatMap(({ event, section = '', cached, source, at }) => {
    const stored = storedAt.get(section)
    const followed = event === 'section-end' && source === 'rewrite' && cached === true
    return followed && stored !== undefined ? [at - stored] : []
  })
}

function findManyReaders(found: readonly Crowd[]): Findings {
  const ours = found.filter(({ approach }) => approach === 'ours')
  return {
    targets: findTargets(ours),
    tables: [buildTable(found), buildFollowers(ours)],
    charts: [
      drawCrowds(found, {
        name: 'crowd-whole-lesson',
        title: 'Readers at once: time to the whole lesson, p50',
        unit: 'milliseconds',
        valueOf: ({ times }) =>
          percentile(
            times.map(({ whole }) => whole),
            0.5,
          ),
      }),
      drawCrowds(found, {
        name: 'crowd-model-calls',
        title: 'Readers at once: model calls together',
        unit: 'count',
        valueOf: ({ tally }) => tally.calls,
      }),
    ],
  }
}

interface CrowdChart extends Pick<BarChart, 'name' | 'title' | 'unit'> {
  readonly valueOf: (crowd: Crowd) => number
}

const drawCrowds = (found: readonly Crowd[], { valueOf, ...chart }: CrowdChart): BarChart => ({
  ...chart,
  kind: 'bars',
  scale: 'log',
  groups: crowds.map((readers) => ({
    label: readers === 1 ? '1 reader' : `${readers} readers`,
    bars: found
      .filter((crowd) => crowd.readers === readers)
      .map((crowd) => ({ series: crowd.approach, value: valueOf(crowd) })),
  })),
})

function findTargets(ours: readonly Crowd[]): Target[] {
  const calls = ours.map(({ tally }) => tally.calls)
  const delays = ours.flatMap((crowd) => crowd.delays)
  const [p50, p99] = [percentile(delays, 0.5), percentile(delays, 0.99)]
  return [
    {
      what: 'Model calls for one cold lesson',
      wanted: `one for each of its ${sectionCount} sections and the note, with any number of readers`,
      measured: calls.join(', '),
      met: calls.every((count) => count === sectionCount + 1),
    },
    {
      what: 'A follower has a section after it was stored, p50',
      wanted: 'within 400 ms',
      measured: formatNumber(p50, 'milliseconds'),
      met: p50 <= 400,
    },
    {
      what: 'A follower has a section after it was stored, p99',
      wanted: 'within 1.2 s',
      measured: formatNumber(p99, 'milliseconds'),
      met: p99 <= 1_200,
    },
  ]
}

function buildTable(found: readonly Crowd[]): Table {
  return {
    caption: 'Ratios say how many times as many tokens as ours',
    columns: [
      { name: 'readers', unit: 'count' },
      { name: 'contender' },
      { name: 'tokens', unit: 'ratio' },
      { name: 'model calls', unit: 'count' },
      { name: 'tokens in all', unit: 'tokens' },
      ...['first text, p50', 'p95', 'p99', 'whole lesson, p50', 'p95', 'p99'].map(
        (name) => ({ name, unit: 'milliseconds' }) as const,
      ),
      { name: 'errors logged', unit: 'count' },
    ],
    rows: found.map(({ readers, approach, tally, times, errors }) => {
      const ours = found.find((crowd) => crowd.readers === readers && crowd.approach === 'ours')
      const tokens = tally.inputTokens + tally.outputTokens
      return [
        readers,
        approach,
        tokens / ((ours?.tally.inputTokens ?? 0) + (ours?.tally.outputTokens ?? 0)),
        tally.calls,
        tokens,
        ...(['firstText', 'whole'] as const).flatMap((what) =>
          [0.5, 0.95, 0.99].map((share) =>
            percentile(
              times.map((one) => one[what]),
              share,
            ),
          ),
        ),
        errors,
      ]
    }),
  }
}

const buildFollowers = (ours: readonly Crowd[]): Table => ({
  caption: 'Ours: how followers fare, and what their looking costs',
  columns: [
    { name: 'readers', unit: 'count' },
    { name: 'sections followed', unit: 'count' },
    { name: 'delay, p50', unit: 'milliseconds' },
    { name: 'p99', unit: 'milliseconds' },
    { name: 'SQL statements', unit: 'count' },
    { name: 'for each reader', unit: 'count' },
  ],
  rows: ours.map(({ readers, delays, statements }) => [
    readers,
    delays.length,
    delays.length > 0 ? percentile(delays, 0.5) : null,
    delays.length > 0 ? percentile(delays, 0.99) : null,
    statements,
    Math.round((10 * statements) / readers) / 10,
  ]),
})
