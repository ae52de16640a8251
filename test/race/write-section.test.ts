import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { lookTogether } from '../../lib/cache/look-together.ts'
import { findRewrites, leaseSeconds, renewalMilliseconds } from '../../lib/cache/lease-queries.ts'
import type { LogEntry } from '../../lib/http/endpoint.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import type { PlannedSection } from '../../lib/rewrite/plan-lesson.ts'
import { writeSection, type WriteDeps } from '../../lib/rewrite/write-section.ts'
import type { Bucket } from '../../lib/spend/spender.ts'
import { tokensFor } from '../../lib/rewrite/tokens-for.ts'
import type { SqlRequest } from '../../local/sql-request.ts'
import { aBucket } from '../support/a-bucket.ts'
import { aSpender } from '../support/a-spender.ts'
import { aScriptedWriter, type ScriptedWriter } from '../support/a-scripted-writer.ts'
import { createGate, type Gate } from '../support/create-gate.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { planUncached } from '../support/plan-task.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

/** Where a statement waits for the test, when the test wants it to. */
let hold: (request: SqlRequest) => Gate | undefined = () => undefined
let database: StartedDatabase
let section: PlannedSection

beforeAll(async () => {
  database = await startDatabase({
    async before(request) {
      await hold(request)?.pass()
      return undefined
    },
  })
  const lesson = await parseLesson({ slug: 'lesson', file: lessonFile, language: 'en' })
  section = (await planUncached(lesson)).find(({ task }) => task.section.id === 'torque') as PlannedSection
})
afterAll(() => database.close())

let rows = 0
/** The same section under a key of the test's own. */
const aSection = (): PlannedSection => ({ ...section, key: (++rows).toString(16).padStart(64, '0') })

const aWriter = (word: string, options: Partial<Parameters<typeof aScriptedWriter>[0]> = {}): ScriptedWriter =>
  aScriptedWriter({ task: section.task, word, ...options })

const logged: LogEntry[] = []
afterEach(() => {
  hold = () => undefined
  expect(logged.splice(0)).toEqual([])
})

function depsOf(writer: ScriptedWriter, different: Partial<WriteDeps> = {}): WriteDeps {
  return {
    db: database.db,
    look: lookTogether((keys) => findRewrites(database.db, keys)),
    writer,
    recipe: 'p1/test',
    turns: { write: (work) => work(), wait: (work) => work() },
    lessonSlug: 'lesson',
    createId: () => crypto.randomUUID(),
    every: () => () => {},
    sleep: () => new Promise((resolve) => setTimeout(resolve, 5)),
    now: () => 0,
    waitDeadline: 1,
    workDeadline: 285_000,
    show: () => {},
    spender: aSpender(),
    allowance: { take: () => true, giveBack: () => {} },
    log: (entry) => logged.push(entry),
    ...different,
  }
}

const expire = ({ key }: PlannedSection) =>
  sql`update personalized_content_cache set lease_until = clock_timestamp() - interval '1 second' where key = ${key}`.execute(
    database.db,
  )
const leaseSecondsLeft = async ({ key }: PlannedSection): Promise<number> => {
  const { rows: found } = await sql<{
    seconds: string
  }>`select extract(epoch from lease_until - clock_timestamp()) as seconds from personalized_content_cache where key = ${key}`.execute(
    database.db,
  )
  return Number(found[0]?.seconds)
}
async function readTokens({ name }: Bucket): Promise<{ reserved: number; used: number }> {
  const { tokens_reserved, tokens_used } = await database.db
    .selectFrom('spending')
    .select(['tokens_reserved', 'tokens_used'])
    .where('bucket', '=', name)
    .executeTakeFirstOrThrow()
  return { reserved: Number(tokens_reserved), used: Number(tokens_used) }
}
const readRow = ({ key }: PlannedSection) => findRewrites(database.db, [key]).then((found) => found.get(key))
/** Sleeps once: tells that it waits, and goes on when the test says so. */
const sleepAt = (gate: Gate) => ({ sleep: () => gate.pass() })

test('who comes while a section is being written gets that text, without a model call', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const [first, second] = [aWriter('early', { gate: midText }), aWriter('other')]
  const writing = writeSection(planned, depsOf(first))
  await midText.reached
  const following = writeSection(planned, depsOf(second, sleepAt(waits)))
  await waits.reached
  midText.open()
  expect(await writing).toMatchObject({ source: 'rewrite', cached: false, markdown: first.text })
  waits.open()
  expect(await following).toMatchObject({ source: 'rewrite', cached: true, markdown: first.text })
  expect([first.calls(), second.calls()]).toEqual([1, 0])
})

test('two who ask for the lease in the same moment: one writes, the other waits', async () => {
  const planned = aSection()
  const taking: Gate[] = []
  const bothThere = Promise.withResolvers<void>()
  hold = ({ statements }) => {
    if (!statements[0]?.query.startsWith('insert')) return undefined
    const gate = createGate()
    if (taking.push(gate) === 2) bothThere.resolve()
    return gate
  }
  const writers = [aWriter('early'), aWriter('other')]
  const settling = writers.map((writer) => writeSection(planned, depsOf(writer)))
  await bothThere.promise
  hold = () => undefined
  for (const gate of taking) gate.open()
  const [one, two] = await Promise.all(settling)
  expect(writers.reduce((sum, writer) => sum + writer.calls(), 0)).toBe(1)
  expect(one?.markdown).toBe(two?.markdown)
})

test('a writer that comes back after its lease ran out and another stored cannot overwrite the text', async () => {
  const planned = aSection()
  const midText = createGate()
  const [late, next] = [aWriter('late', { gate: midText }), aWriter('next')]
  const returning = writeSection(planned, depsOf(late))
  await midText.reached
  await expire(planned)
  expect(await writeSection(planned, depsOf(next))).toMatchObject({ cached: false, markdown: next.text })
  midText.open()
  expect(await returning).toMatchObject({ source: 'rewrite', cached: false, markdown: late.text })
  expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
})

test('a writer that lost its lease settles what it used beside the one that took over', async () => {
  const [planned, budget] = [aSection(), aBucket('lost')]
  const midText = createGate()
  const spender = aSpender([budget])
  const returning = writeSection(planned, depsOf(aWriter('late', { gate: midText }), { spender }))
  await midText.reached
  await expire(planned)
  await writeSection(planned, depsOf(aWriter('next'), { spender }))
  midText.open()
  await returning
  // Neither provider says what was used: each counts as much as was reserved.
  expect(await readTokens(budget)).toEqual({ reserved: 0, used: 2 * tokensFor(planned.task) })
})

test.each([
  ['a model that could not be reached costs nothing', 'unreachable', () => 0],
  ['a text that broke off counts in full where nobody counted it', 'model-unavailable', tokensFor],
] as const)('%s', async (guarantee, ending, used) => {
  const [planned, budget] = [aSection(), aBucket(guarantee)]
  await writeSection(planned, depsOf(aWriter('broken', { ending }), { spender: aSpender([budget]) }))
  expect(await readTokens(budget)).toEqual({ reserved: 0, used: used(planned.task) })
})

test('a writer that comes back while another writes neither stores nor ends the lease of the other', async () => {
  const planned = aSection()
  const [midText, midOther] = [createGate(), createGate()]
  const [late, next] = [aWriter('late', { gate: midText }), aWriter('next', { gate: midOther })]
  const returning = writeSection(planned, depsOf(late))
  await midText.reached
  await expire(planned)
  const writing = writeSection(planned, depsOf(next))
  await midOther.reached
  midText.open()
  await returning
  expect(await readRow(planned)).toMatchObject({ state: 'writing', held: true, content: null })
  midOther.open()
  await writing
  expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
})

test.each(['without-slots', 'model-unavailable'] as const)(
  'a writer that comes back with a text that is %s takes nothing from the one that stored',
  async (ending) => {
    const planned = aSection()
    const midText = createGate()
    const [late, next] = [aWriter('late', { gate: midText, ending }), aWriter('next')]
    const returning = writeSection(planned, depsOf(late))
    await midText.reached
    await expire(planned)
    await writeSection(planned, depsOf(next))
    midText.open()
    expect(await returning).toMatchObject({ source: 'original' })
    expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
  },
)

test('a writer that renews keeps its lease; one that lost it does not get it back by renewing', async () => {
  const planned = aSection()
  const [midText, midOther] = [createGate(), createGate()]
  let renew: () => unknown = () => {}
  let stopped = false
  const every: WriteDeps['every'] = (milliseconds, tick) => {
    expect(milliseconds).toBe(renewalMilliseconds)
    renew = tick
    return () => {
      stopped = true
    }
  }
  const late = aWriter('late', { gate: midText })
  const returning = writeSection(planned, depsOf(late, { every }))
  await midText.reached
  await expire(planned)
  await renew()
  expect(await leaseSecondsLeft(planned)).toBeGreaterThan(leaseSeconds - 5)
  await expire(planned)
  const next = aWriter('next', { gate: midOther })
  const writing = writeSection(planned, depsOf(next))
  await midOther.reached
  await expire(planned)
  await renew()
  expect(await leaseSecondsLeft(planned)).toBeLessThan(0)
  expect(stopped).toBe(false)
  midText.open()
  midOther.open()
  await Promise.all([returning, writing])
  expect(stopped).toBe(true)
  expect(await readRow(planned)).toMatchObject({ state: 'ready', content: next.text })
})

test('who waits takes over from a writer that fell silent, as soon as its lease has run out', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const [silent, next] = [aWriter('silent', { gate: midText }), aWriter('next')]
  const abandoned = writeSection(planned, depsOf(silent))
  await midText.reached
  const following = writeSection(planned, depsOf(next, sleepAt(waits)))
  await waits.reached
  await expire(planned)
  waits.open()
  expect(await following).toMatchObject({ cached: false, markdown: next.text })
  midText.open()
  await abandoned
})

test('of two who see the same lease run out, one takes over and the other goes on waiting for it', async () => {
  const planned = aSection()
  const [midText, midOther, secondTake] = [createGate(), createGate(), createGate()]
  const silent = writeSection(planned, depsOf(aWriter('silent', { gate: midText })))
  await midText.reached
  await expire(planned)
  // The second one's statement is on its way while the first one's is answered.
  const slowToken = crypto.randomUUID()
  hold = ({ statements }) => (statements[0]?.params.includes(slowToken) ? secondTake : undefined)
  const [quick, slow] = [aWriter('quick', { gate: midOther }), aWriter('slow')]
  const following = writeSection(planned, depsOf(slow, { createId: () => slowToken }))
  await secondTake.reached
  const writing = writeSection(planned, depsOf(quick))
  await midOther.reached
  secondTake.open()
  midOther.open()
  await writing
  expect(await following).toMatchObject({ cached: true, markdown: quick.text })
  expect(slow.calls()).toBe(0)
  hold = () => undefined
  midText.open()
  await silent
})

test('who waits takes over at once from a writer that gave up', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const next = aWriter('next')
  const failing = writeSection(planned, depsOf(aWriter('early', { gate: midText, ending: 'model-unavailable' })))
  await midText.reached
  const following = writeSection(planned, depsOf(next, sleepAt(waits)))
  await waits.reached
  midText.open()
  expect(await failing).toMatchObject({ source: 'original', reason: 'model-unavailable' })
  waits.open()
  expect(await following).toMatchObject({ cached: false, markdown: next.text })
})

test('who waits for a text that is turned down gets the original with its reason, without a model call', async () => {
  const planned = aSection()
  const [midText, waits] = [createGate(), createGate()]
  const next = aWriter('next')
  const failing = writeSection(planned, depsOf(aWriter('early', { gate: midText, ending: 'without-slots' })))
  await midText.reached
  const following = writeSection(planned, depsOf(next, sleepAt(waits)))
  await waits.reached
  midText.open()
  const { reason } = await failing
  waits.open()
  expect(reason).toBeDefined()
  expect(await following).toMatchObject({ source: 'original', cached: true, reason })
  expect(next.calls()).toBe(0)
})

test('who waits for a writer that never ends gets the original at the deadline', async () => {
  const planned = aSection()
  const midText = createGate()
  const endless = writeSection(planned, depsOf(aWriter('endless', { gate: midText })))
  await midText.reached
  let clock = 0
  const next = aWriter('next')
  const sleep = (milliseconds: number): Promise<void> => {
    clock += milliseconds
    return Promise.resolve()
  }
  const settled = await writeSection(planned, depsOf(next, { now: () => clock, sleep, waitDeadline: 60_000 }))
  expect(settled).toMatchObject({ source: 'original', reason: 'waited-too-long' })
  expect(clock).toBeGreaterThanOrEqual(60_000)
  expect(clock).toBeLessThan(61_000)
  expect(next.calls()).toBe(0)
  midText.open()
  await endless
})
