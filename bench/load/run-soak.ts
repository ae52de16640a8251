import { setTimeout } from 'node:timers/promises'
import { leaseSeconds } from '../../lib/db/index.ts'
import type { Target } from '../report/findings.ts'
import type { Tally } from '../testbed/pace.ts'
import { createCaller, type Caller } from './call-servers.ts'
import { countLeases, findDamage } from './find-damage.ts'
import { findLostWrites } from './find-lost-writes.ts'
import { noneOf, type LoadFindings } from './load-findings.ts'
import { openLoadTestbed, type LoadTestbed } from './open-load-testbed.ts'
import { pollUntil } from './poll-until.ts'
import { sectionsAtATimeMax } from '../../lib/runtime/index.ts'
import { readSpending, type Spending } from './read-spending.ts'
import { reportCalls } from './report-calls.ts'
import { runTraffic } from './run-traffic.ts'
import type { Acknowledged } from './simulate-learner.ts'

export interface SoakOptions {
  readonly seconds: number
  readonly learners: number
  /** Seconds from one server that is killed to the next. */
  readonly killEvery: number
  /** Seconds from one restart of the database to the next. */
  readonly restartEvery: number
}

/** Of five calls one fails. */
const pace = { firstTokenMs: 100, tokensPerSecond: 600, tokensAPiece: 8, failsOneOf: 5 }
/** For how long a reader's page retries, in milliseconds. */
const patience = 60_000

/** Mixed traffic while servers are killed, the database is restarted and the model fails. */
export async function runSoak({ seconds, learners, killEvery, restartEvery }: SoakOptions): Promise<LoadFindings> {
  const testbed = await openLoadTestbed({ pace, lessons: 8 + Math.ceil(seconds / 2) })
  try {
    const caller = createCaller(testbed, patience)
    const faults = injectFaults(testbed, { seconds, killEvery, restartEvery })
    const known = await runTraffic(testbed, caller, { learners, duration: seconds * 1_000, pauseMax: 400 })
    const { kills, restarts } = await faults
    const leasesEnded = await pollUntil(async () => (await countLeases(testbed.db)) === 0, (leaseSeconds + 1) * 1_000)
    const lost = await findLostWrites(testbed.db, known)
    const unstored = testbed.errorLines().filter((line) => line.includes('"rewrite-not-stored"')).length
    return {
      tables: [reportCalls(caller, seconds)],
      targets: [
        {
          what: 'faults',
          wanted: 'servers killed, database restarted, model failing',
          measured: `${kills} servers killed, ${restarts} restarts of the database, ${(await testbed.tally()).failures} failed calls`,
          met: kills > 0 && restarts > 0,
        },
        noneOf('calls that came to nothing, or to a wrong answer', caller.wrong),
        judgeReadings(known, caller),
        noneOf(`acknowledged writes of ${known.length} learners that were lost`, lost),
        {
          what: `leases ${leaseSeconds} s after the last reader`,
          wanted: '0',
          measured: String(await countLeases(testbed.db)),
          met: leasesEnded,
        },
        noneOf('rows that are half written', await findDamage(testbed.db)),
        judgeTokens(await readSpending(testbed.db), await testbed.tally(), unstored + kills * sectionsAtATimeMax),
      ],
    }
  } finally {
    await testbed.close()
  }
}

type FaultTimes = Pick<SoakOptions, 'seconds' | 'killEvery' | 'restartEvery'>

/** Kills the servers in turn and restarts the database for so many seconds; gives how often. */
async function injectFaults(
  testbed: LoadTestbed,
  { seconds, killEvery, restartEvery }: FaultTimes,
): Promise<{ readonly kills: number; readonly restarts: number }> {
  const ends = performance.now() + seconds * 1_000
  const every = async (interval: number, inject: (time: number) => Promise<void>): Promise<number> => {
    for (let times = 0; ; times += 1) {
      if (performance.now() + interval * 1_000 > ends) return times
      await setTimeout(interval * 1_000)
      await inject(times)
    }
  }
  const [kills, restarts] = await Promise.all([
    every(killEvery, (time) => testbed.replaceServer(time % testbed.servers.length)),
    every(restartEvery, () => testbed.restartDatabase()),
  ])
  return { kills, restarts }
}

/** A call for a lesson that ends well has resolved every section, to a rewrite or the original. */
function judgeReadings(known: readonly Acknowledged[], { counts }: Caller): Target {
  const sections = (source: 'rewrite' | 'original'): number => known.reduce((sum, one) => sum + one.sections[source], 0)
  const repeated = [...counts.values()].reduce((sum, one) => sum + one.repeated, 0)
  return {
    what: 'sections that readers got',
    wanted: 'rewrites, and originals where there was none',
    measured: `${sections('rewrite')} rewrites, ${sections('original')} originals, after ${repeated} calls that were made again`,
    met: sections('rewrite') > 0,
  }
}

/**
 * What a process that was killed had reserved stays reserved, so reserved and used together are all that the model saw;
 * but for texts that were written while the database was gone, and that were reported twice as not stored.
 */
function judgeTokens({ used, reserved }: Spending, tally: Tally, unstored: number): Target {
  const seen = tally.inputTokens + tally.outputTokens
  return {
    what: 'tokens that the model saw',
    wanted: `at least the ${used} used, at most those, the ${reserved} reserved and ${unstored} texts that could not be stored or whose writer was killed`,
    measured: String(seen),
    met: used <= seen && seen <= used + reserved + 2 * unstored * tally.largest,
  }
}
