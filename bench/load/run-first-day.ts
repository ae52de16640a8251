import { setTimeout } from 'node:timers/promises'
import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'
import { createRandom } from '../../test/support/random.ts'
import { percentile } from '../numbers/percentile.ts'
import type { Table, Target } from '../report/findings.ts'
import { usualAnswers } from '../testbed/create-reader.ts'
import type { Tally } from '../testbed/pace.ts'
import { findDamage } from './find-damage.ts'
import { readFirstDay, sorts, type LessonRead } from './first-day-reader.ts'
import { noneOf, type LoadFindings } from './load-findings.ts'
import { openFirstDay, type DatabaseKind } from './open-first-day.ts'
import { pollUntil } from './poll-until.ts'

interface Crowd {
  /** Of how many sorts its readers are. */
  readonly sorts: number
  readonly addresses: number
  /** How many of the book's lessons each reads, one after the other. */
  readonly lessons: number
  /** Whether they begin with the same lesson. */
  readonly together: boolean
}

/** A class opens the same lessons; in a school everybody reads something else, as in a city, but behind one address. */
export const crowds = {
  class: { sorts: 6, addresses: 1, lessons: 3, together: true },
  school: { sorts: 96, addresses: 1, lessons: 1, together: false },
  city: { sorts: 96, addresses: 100, lessons: 1, together: false },
} as const satisfies Readonly<Record<string, Crowd>>
export type CrowdName = keyof typeof crowds

export interface FirstDayOptions {
  readonly database: DatabaseKind
  readonly crowd: CrowdName
  readonly learners: number
  /** Within how many seconds all of them come. */
  readonly within: number
  /** How long the model takes for a call, in milliseconds. */
  readonly callMs: number
  /** How many seconds after the last reader no token may be reserved any more. */
  readonly freeWithin: number
}

/** Many readers of a book of which nothing is cached yet: everybody gets all of it, and nothing that was paid for is lost. */
export async function runFirstDay(options: FirstDayOptions): Promise<LoadFindings> {
  const { database, callMs } = options
  const testbed = await openFirstDay(database, {
    firstTokenMs: callMs / 5,
    tokensPerSecond: 0,
    callMs,
    tokensAPiece: 16,
  })
  try {
    const began = performance.now()
    const reads = (await Promise.all(planReaders(options, testbed))).flat()
    const seconds = (performance.now() - began) / 1_000
    const isFree = await pollUntil(
      async () => (await readAccounts(testbed.db)).reserved === 0,
      options.freeWithin * 1_000,
    )
    const tally = await testbed.tally()
    const accounts = await readAccounts(testbed.db)
    return {
      tables: [tabulate(reads, options), tabulateSpent(accounts, tally, seconds)],
      targets: [
        noneOf('lessons that were refused or broke off', countEach(reads.flatMap(({ refusal }) => refusal ?? []))),
        noneOf('sections that stand as written', countEach(reads.flatMap(({ originals }) => originals))),
        ...judge(accounts, { tally, isFree, freeWithin: options.freeWithin }),
        noneOf('lines logged as errors', countEach(testbed.errors.map(nameLine))),
        noneOf('rows that are half written', await findDamage(testbed.db)),
      ],
    }
  } finally {
    await testbed.close()
  }
}

function planReaders(
  { crowd, learners, within }: FirstDayOptions,
  { url, slugs }: { readonly url: string; readonly slugs: readonly string[] },
): Promise<LessonRead[]>[] {
  const { addresses, lessons, together, sorts: sortCount } = crowds[crowd]
  return Array.from({ length: learners }, async (_, place) => {
    const first = together ? 0 : createRandom(place).below(slugs.length)
    await setTimeout((within * 1_000 * place) / learners)
    return readFirstDay({
      url,
      address: `198.51.100.${place % addresses}`,
      answers: sorts[place % sortCount] ?? usualAnswers,
      slugs: Array.from({ length: lessons }, (_lesson, next) => slugs[(first + next) % slugs.length] ?? ''),
    })
  })
}

/** What the database has of the day. */
interface Accounts {
  readonly ready: number
  readonly rejected: number
  /** Model calls behind the texts and rejections that are stored. */
  readonly calls: number
  readonly used: number
  /** Tokens that are reserved yet, whoever's. */
  readonly reserved: number
}

async function readAccounts(db: Kysely<Database>): Promise<Accounts> {
  const { rows } = await sql<Record<keyof Accounts, string>>`
    select count(*) filter (where state = 'ready') as ready, count(*) filter (where state = 'rejected') as rejected,
      coalesce(sum((proof ->> 'attempts')::int), 0) as calls,
      coalesce((select sum(tokens_used) from spending where bucket = 'all'), 0) as used,
      coalesce(sum(reserved_tokens) filter (where state = 'writing' and lease_until > clock_timestamp()), 0) as reserved
    from personalized_content_cache`.execute(db)
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, value]) => [name, Number(value)]),
  ) as unknown as Accounts
}

const judge = (
  { ready, rejected, calls, used, reserved }: Accounts,
  { tally, isFree, freeWithin }: { readonly tally: Tally; readonly isFree: boolean; readonly freeWithin: number },
): Target[] => [
  {
    what: 'model calls whose text the cache has',
    wanted: `all ${tally.calls}, each section once`,
    measured: `${calls}, for ${ready} rewrites and ${rejected} rejections`,
    met: calls === tally.calls,
  },
  {
    what: 'tokens counted as used',
    wanted: `${tally.inputTokens + tally.outputTokens}, as many as the model saw`,
    measured: String(used),
    met: used === tally.inputTokens + tally.outputTokens,
  },
  { what: `tokens reserved ${freeWithin} s later`, wanted: '0', measured: String(reserved), met: isFree },
]

function tabulate(reads: readonly LessonRead[], { database, crowd, learners, callMs }: FirstDayOptions): Table {
  const whole = reads.filter(({ refusal, originals }) => refusal === undefined && originals.length === 0)
  const share = (of: 'firstText' | 'whole', part: number): number =>
    percentile(
      reads.map((read) => read[of]).filter((time) => !Number.isNaN(time)),
      part,
    )
  return {
    caption: `A ${crowd} of ${learners} on its first day, a model of ${callMs} ms, ${database} database`,
    columns: [
      { name: 'lessons', unit: 'count' },
      { name: 'whole', unit: 'count' },
      { name: 'first text p50', unit: 'milliseconds' },
      { name: 'p95', unit: 'milliseconds' },
      { name: 'whole lesson p50', unit: 'milliseconds' },
      { name: 'p95', unit: 'milliseconds' },
    ],
    rows: [
      [
        reads.length,
        whole.length,
        share('firstText', 0.5),
        share('firstText', 0.95),
        share('whole', 0.5),
        share('whole', 0.95),
      ],
    ],
  }
}

const tabulateSpent = ({ ready, rejected, used }: Accounts, { calls }: Tally, seconds: number): Table => ({
  caption: `In ${Math.round(seconds)} s`,
  columns: [
    { name: 'rewrites', unit: 'count' },
    { name: 'rejections', unit: 'count' },
    { name: 'model calls', unit: 'count' },
    { name: 'tokens used', unit: 'tokens' },
    { name: 'tokens a rewrite', unit: 'tokens' },
  ],
  rows: [[ready, rejected, calls, used, used / Math.max(ready + rejected, 1)]],
})

/** Each distinct text with its count. */
function countEach(what: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const one of what) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].map(([one, count]) => `${one} (${count})`)
}

function nameLine(line: string): string {
  try {
    const { event = line, code = '', message = '' } = JSON.parse(line) as Readonly<Record<string, string>>
    return [event, code, message].filter(Boolean).join(' ')
  } catch {
    return line
  }
}
