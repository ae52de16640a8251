import { setTimeout } from 'node:timers/promises'
import type { Target } from '../report/findings.ts'
import type { LoadFindings } from './load-findings.ts'
import type { Vitals } from '../testbed/vitals.ts'
import { createCaller } from './call-servers.ts'
import { findLostWrites } from './find-lost-writes.ts'
import { noneOf } from './load-findings.ts'
import { openLoadTestbed, type LoadTestbed } from './open-load-testbed.ts'
import { pollUntil } from './poll-until.ts'
import { newcomersShare } from '../../lib/quota/index.ts'
import { readSpending, type Spending } from './read-spending.ts'
import { reportCalls } from './report-calls.ts'
import { runTraffic } from './run-traffic.ts'
import type { Acknowledged } from './simulate-learner.ts'

export interface LoadOptions {
  readonly seconds: number
  readonly learners: number
}

/** What a learner may ask for in a day; the greedy ones ask for more. */
const learnerRequests = 40
const greedy = 4
/** Tokens of a day for each second of the run: fewer than are asked for. */
const tokensASecond = 12_000
const pace = { firstTokenMs: 40, tokensPerSecond: 2_000, tokensAPiece: 16 }
/** The share of the run after which a process has compiled its code and filled its caches. */
const warmShare = 0.5
/** A process may hold so many bytes more at the end than when it was warm. */
const heapGrowthMax = 12e6
const residentGrowthMax = 80e6
/** In a shorter run what is resident still grows: the process is not warm yet. */
const secondsToJudgeResident = 30

/** Mixed traffic of many learners against two server processes, with limits that are reached. */
export async function runLoad({ seconds, learners }: LoadOptions): Promise<LoadFindings> {
  const dailyTokens = tokensASecond * seconds
  const testbed = await openLoadTestbed({
    pace,
    lessons: 8 + Math.ceil(seconds / 3),
    environment: { LEARNER_DAILY_REQUESTS: String(learnerRequests), DAILY_TOKENS: String(dailyTokens) },
  })
  try {
    const caller = createCaller(testbed)
    const watch = watchSpending(testbed)
    const warm = setTimeout(seconds * 1_000 * warmShare).then(() => readVitals(testbed))
    const known = await runTraffic(testbed, caller, { learners, duration: seconds * 1_000, pauseMax: 600, greedy })
    const isResolved = await pollUntil(async () => (await readSpending(testbed.db)).reserved === 0, 20_000)
    const most = await watch.end()
    const spent = await readSpending(testbed.db)
    const lost = await findLostWrites(testbed.db, known)
    const { inputTokens, outputTokens } = await testbed.tally()
    return {
      tables: [reportCalls(caller, seconds)],
      targets: [
        noneOf('answers that are wrong, 5xx among them', caller.wrong),
        noneOf('lines logged as errors', testbed.errorLines()),
        noneOf(`acknowledged writes of ${known.length} learners that were lost`, lost),
        ...judgeRequests(known, spent),
        ...judgeTokens({ most, spent, dailyTokens, seen: inputTokens + outputTokens, isResolved }),
        ...judgeMemory(await warm, await readVitals(testbed), seconds),
      ],
    }
  } finally {
    await testbed.close()
  }
}

/** Looks at what everybody has spent until it is ended; gives the most that was ever reserved and used. */
function watchSpending({ db }: LoadTestbed): { end: () => Promise<number> } {
  const over = new AbortController()
  let most = 0
  const look = async (): Promise<void> => {
    while (!over.signal.aborted) {
      const { reserved, used } = await readSpending(db)
      most = Math.max(most, reserved + used)
      await setTimeout(100)
    }
  }
  const looking = look()
  return {
    async end() {
      over.abort()
      await looking
      return most
    },
  }
}

const readVitals = ({ servers }: LoadTestbed): Promise<Vitals[]> =>
  Promise.all(servers.map((server) => server.vitals()))

function judgeRequests(known: readonly Acknowledged[], { requests }: Spending): Target[] {
  const refused = known.filter((one) => one.refused > 0)
  const counted = known.reduce((sum, one) => sum + Math.min(one.counted, learnerRequests), 0)
  return [
    {
      what: `learners who had had their ${learnerRequests} requests when a lesson was refused`,
      wanted: 'all of those who were refused one',
      measured: `${refused.filter((one) => one.counted >= learnerRequests).length} of ${refused.length}`,
      met: refused.every((one) => one.counted >= learnerRequests),
    },
    {
      what: 'requests that were counted',
      wanted: `${counted}, as many as were granted up to the limit`,
      measured: String(requests),
      met: requests === counted,
    },
  ]
}

interface Tokens {
  readonly most: number
  readonly spent: Spending
  readonly dailyTokens: number
  /** What the model was asked for and gave. */
  readonly seen: number
  readonly isResolved: boolean
}

const judgeTokens = ({ most, spent, dailyTokens, seen, isResolved }: Tokens): Target[] => [
  {
    what: 'tokens of the day, reserved and used, at any time',
    wanted: `at most ${dailyTokens * newcomersShare}, what newcomers may use of ${dailyTokens}, and nearly that`,
    measured: String(most),
    met: most <= dailyTokens * newcomersShare && most > dailyTokens * newcomersShare * 0.8,
  },
  {
    what: 'tokens that were recorded as used',
    wanted: `${seen}, as many as the model saw`,
    measured: String(spent.used),
    met: spent.used === seen,
  },
  { what: 'tokens left reserved', wanted: '0', measured: String(spent.reserved), met: isResolved },
]

const judgeMemory = (warm: readonly Vitals[], last: readonly Vitals[], seconds: number): Target[] =>
  last.flatMap(({ heap, residentSet }, place) => {
    const before = warm[place] ?? { heap: 0, residentSet: 0 }
    const judge = (what: string, from: number, to: number, most: number): Target => ({
      what: `memory of server ${place + 1}, ${what}, warm and at the end`,
      wanted: `at most ${megabytes(most)} more`,
      measured: `${megabytes(from)}, ${megabytes(to)}`,
      met: to - from <= most,
    })
    return [
      judge('alive', before.heap, heap, heapGrowthMax),
      ...(seconds < secondsToJudgeResident
        ? []
        : [judge('resident', before.residentSet, residentSet, residentGrowthMax)]),
    ]
  })

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`
