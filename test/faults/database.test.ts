import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import { databaseFaults, type DatabaseFault } from '../support/database-faults.ts'
import { databaseFaultRow, faultMomentRow } from '../support/database-rows.ts'
import { expectProblem } from '../support/expect-problem.ts'
import {
  describeOutcome,
  faultMoments,
  outcomeOf,
  statements,
  type FaultMoment,
  type StatementName,
} from '../support/fault-moments.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import {
  askWith,
  countModelCalls,
  endLeases,
  readRowStates,
  readWith,
  rewriteCount,
  wholeReading,
  type Reading,
} from '../support/read-under-fault.ts'
import { useBrokenDatabase } from '../support/use-broken-database.ts'

const broken = useBrokenDatabase()

/** The edge runtime has a `fetch` of its own to fail in other ways: there each statement fails once in each way. */
const moments =
  'EdgeRuntime' in globalThis
    ? faultMoments.filter(({ reader, strikes }) => reader === 'problem' || strikes.length > 1)
    : faultMoments

async function aReading(): Promise<Reading> {
  const [{ slug }, learner] = await Promise.all([publishLesson(broken.database.db), aLearner()])
  return { slug, learner }
}

const eventsLogged = (): Set<unknown> => new Set(takeLoggedErrors().map(({ event }) => event))
const begins = (query: string, name: StatementName): boolean => query.startsWith(statements[name])

/** Lets a fault happen to the statements of a moment. */
function strikeAt({ strikes, once, onceWriting }: FaultMoment, fault: DatabaseFault): void {
  const struck = new Set<string>()
  let toLease = onceWriting ? rewriteCount : 0
  broken.strike((query, params) => {
    if (toLease > 0) {
      if (begins(query, 'takeLease')) toLease--
      return undefined
    }
    if (!strikes.some((name) => begins(query, name)) || (once && struck.has(query + params))) return undefined
    struck.add(query + params)
    return fault
  })
}

/** With the database back and the leases run out, the next read is whole, and the one after it comes from the cache. */
async function expectRecovery(reading: Reading): Promise<void> {
  broken.endFault()
  await endLeases(broken.database.db, reading.slug)
  expect((await readWith(broken.timers, reading)).sources).toEqual(wholeReading)
  expect(await readWith(broken.timers, reading)).toMatchObject({ cached: rewriteCount })
  expect(await readRowStates(broken.database.db, reading.slug)).toEqual(Array(rewriteCount).fill('ready'))
}

describe.each(databaseFaults)('a database fault, "$fault":', (fault) => {
  test.each(
    moments.map((moment) => {
      const outcome = outcomeOf(moment, fault)
      return { moment, outcome, when: moment.when, guarantee: describeOutcome(outcome) }
    }),
  )('$when: $guarantee', async ({ moment, outcome: { reader, rows, logged, paidAgain } }) => {
    const name = aModel('echo')
    const reading = await aReading()
    strikeAt(moment, fault)
    if (reader === 'problem') await expectProblem(await askWith(broken.timers, reading), 'database-unavailable')
    else expect((await readWith(broken.timers, reading)).sources).toEqual(wholeReading)
    broken.endFault()
    expect(eventsLogged()).toEqual(new Set(logged))
    const left = await readRowStates(broken.database.db, reading.slug)
    expect(left).toEqual(Array(rows === 'none' ? 0 : rewriteCount).fill(rows))
    await expectRecovery(reading)
    expect(await countModelCalls(broken.modelBaseUrl, name)).toBe(paidAgain ? 2 * rewriteCount : rewriteCount)
  })

  test('One reader waits for the rewrites that another’s request writes: both get every rewrite', async () => {
    aModel('slow')
    const [reading, other] = [await aReading(), await aLearner()]
    let gone = false
    broken.strike((query) => {
      gone ||= begins(query, 'follow')
      return gone ? fault : undefined
    })
    const lessons = await Promise.all(
      [reading, { ...reading, learner: other }].map((each) => readWith(broken.timers, each)),
    )
    broken.endFault()
    expect(gone).toBe(true)
    expect(lessons.map(({ sources }) => sources)).toEqual([wholeReading, wholeReading])
    expect(eventsLogged().has('database-unavailable')).toBe(fault.goesOn !== 'late')
    await readRowStates(broken.database.db, reading.slug)
    await expectRecovery(reading)
  })
})

test('the guide has one row for each fault and each moment that is tested here', async () => {
  const page = await readFile(`${import.meta.dirname}/../../site/guide/what-can-go-wrong.md`, 'utf8')
  for (const row of [...databaseFaults.map(databaseFaultRow), ...faultMoments.map(faultMomentRow)])
    expect(page.split('\n')).toContain(row)
})
