import { setImmediate, setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { leaseSeconds, renewalMilliseconds } from '../../lib/cache/lease-queries.ts'
import { statementMillisecondsMax } from '../../lib/db/create-database.ts'
import type { SqlRequest, Statement } from '../../local/sql-request.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import {
  faultNames,
  postgresError,
  startDatabaseFaults,
  type DatabaseFaults,
  type FaultName,
} from '../support/database-faults.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { keptAlive } from '../support/kept-alive.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { eventsNamed } from '../support/read-events.ts'
import { askForLesson, readLesson, streamLesson, type LessonAnswer } from '../support/read-lesson.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'
import { startScriptedModel } from '../support/scripted-model.ts'

/** The statements of `POST /api/personalize`, by how they begin. */
const statements = {
  lookUp: 'with reader as',
  takeLease: 'insert into "personalized_content_cache"',
  renewLease: 'update "personalized_content_cache" set "lease_until"',
  store: 'with "outdated" as',
  follow: 'select "key", "state"',
  remember: 'with "read" as',
} as const
type StatementName = keyof typeof statements
type Answer = (request: SqlRequest) => Promise<Response | undefined>
const begun: readonly StatementName[] = ['takeLease', 'renewLease', 'store', 'follow', 'remember']

/** Sleeps of the product pass ten times as fast. */
vi.mock(import('../../lib/runtime/live-environment.ts'), async (importOriginal) => {
  const live = await importOriginal()
  return { ...live, sleep: (milliseconds) => live.sleep(milliseconds / 10) }
})

let database: StartedDatabase
let faults: DatabaseFaults
let model: Awaited<ReturnType<typeof startScriptedModel>>
/** What happens to a statement instead of being run, if anything. */
let strike: (statement: Statement) => Answer | undefined = () => undefined
const unhandled: unknown[] = []
const keepUnhandled = (reason: unknown): void => void unhandled.push(reason)

beforeAll(async () => {
  database = await startDatabase({
    before: (request) => {
      const { query = '', params = [] } = request.statements[0] ?? {}
      return strike({ query: query.trimStart(), params })?.(request)
    },
  })
  faults = await startDatabaseFaults(database.connectionString)
  model = await startScriptedModel()
  Object.assign(process.env, {
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
  })
  process.on('unhandledRejection', keepUnhandled)
})
afterAll(async () => {
  process.off('unhandledRejection', keepUnhandled)
  await model.close()
  await faults.close()
  await database.close()
})

/** A statement's limit, which a test of it makes shorter. */
let statementMilliseconds = statementMillisecondsMax
beforeEach(() => {
  const { timeout } = AbortSignal
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, statementMilliseconds))
  vi.spyOn(globalThis, 'setInterval')
  vi.spyOn(globalThis, 'clearInterval')
})

/** After each fault: no rejection that nobody heard, and no timer that still runs. */
afterEach(async () => {
  endFault()
  await keptAlive()
  await setImmediate()
  expect(unhandled.splice(0)).toEqual([])
  const made = vi.mocked(globalThis.setInterval).mock.results.map(({ value }) => value as unknown)
  const cleared = new Set(vi.mocked(globalThis.clearInterval).mock.calls.map(([timer]) => timer as unknown))
  expect(made.filter((timer) => !cleared.has(timer))).toEqual([])
})

async function aPublishedLesson(): Promise<{ slug: string; learner: string }> {
  const [{ slug }, learner] = await Promise.all([publishLesson(database.db), aLearner()])
  return { slug, learner }
}

/** Every section that has prose is told again; the figure stands as written. */
const sources = ['rewrite', 'rewrite', 'rewrite', 'rewrite', 'original', 'original']
const written = sources.filter((source) => source === 'rewrite').length
const sourcesOf = (sections: LessonAnswer['sections']): string[] => sections.map(({ source }) => source)

const readRows = (slug: string) =>
  database.db
    .selectFrom('personalized_content_cache')
    .select(['state', 'content', 'proof', 'verifier_version', 'lease_token'])
    .select(sql<string>`extract(epoch from lease_until - clock_timestamp())`.as('seconds_left'))
    .where('lesson_slug', '=', slug)
    .execute()

/** Each row is a whole rewrite, or nothing but a lease that runs out by itself. */
async function expectNoHalfWrittenRow(slug: string): Promise<readonly string[]> {
  const rows = await readRows(slug)
  for (const { state, content, proof, verifier_version, lease_token, seconds_left } of rows)
    if (state === 'ready') {
      expect([content, proof, verifier_version]).not.toContain(null)
      expect(lease_token).toBeNull()
    } else {
      expect(state).toBe('writing')
      expect(content).toBeNull()
      expect(Number(seconds_left)).toBeLessThanOrEqual(leaseSeconds)
    }
  return rows.map(({ state }) => state)
}

function endFault(): void {
  strike = () => undefined
  statementMilliseconds = statementMillisecondsMax
}

/** With the database back and the leases run out, the next read is whole, and the one after it comes from the cache. */
async function expectRecovery({ slug, learner }: { readonly slug: string; readonly learner: string }): Promise<void> {
  endFault()
  await database.db
    .updateTable('personalized_content_cache')
    .set({ lease_until: new Date(0) })
    .where('lesson_slug', '=', slug)
    .where('state', '=', 'writing')
    .execute()
  expect(sourcesOf((await readLesson(learner, { lesson_slug: slug })).sections)).toEqual(sources)
  expect(await readLesson(learner, { lesson_slug: slug })).toMatchObject({ cached: true })
  expect(await expectNoHalfWrittenRow(slug)).toEqual(Array.from({ length: written }, () => 'ready'))
}

/** Nobody waits the whole limit for a statement that is never answered. */
const shortenFor = (name: FaultName): void => {
  if (name === 'hangs') statementMilliseconds = 500
}

/** Lets a fault happen to these statements. */
function strikeAt(name: FaultName, where: readonly StatementName[]): void {
  shortenFor(name)
  strike = ({ query }) =>
    where.some((statement) => query.startsWith(statements[statement])) ? faults.faults[name].answer : undefined
}

/** Lets a fault happen to each of these statements when it is first sent: the same sent again, in whatever order, is run. */
function strikeOnceAt(name: FaultName, where: StatementName): void {
  const sent = new Set<string>()
  shortenFor(name)
  strike = ({ query, params }) => {
    const isFirst = !sent.has(JSON.stringify(params))
    if (!query.startsWith(statements[where]) || !isFirst) return undefined
    sent.add(JSON.stringify(params))
    return faults.faults[name].answer
  }
}
const eventsLogged = (): unknown[] => [...new Set(takeLoggedErrors().map(({ event }) => event))]
const modelCallCount = async (name: string): Promise<number> => {
  const response = await fetch(`${model.baseUrl}/calls?model=${encodeURIComponent(name)}`)
  return ((await response.json()) as unknown[]).length
}

describe.each(faultNames)('a database that %s', (name) => {
  test('when the lesson is looked up: the reader is told to try again, and no model is asked', async () => {
    const modelName = aModel('echo')
    const reading = await aPublishedLesson()
    strikeAt(name, ['lookUp'])
    await expectProblem(await askForLesson(reading.learner, { lesson_slug: reading.slug }), 'database-unavailable')
    expect(takeLoggedErrors()).toHaveLength(1)
    expect(await modelCallCount(modelName)).toBe(0)
    await expectRecovery(reading)
  })

  test('when leases are asked for: the lesson comes from the model', async () => {
    const modelName = aModel('echo')
    const reading = await aPublishedLesson()
    strikeAt(name, ['takeLease'])
    const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
    expect(sourcesOf(sections)).toEqual(sources)
    expect(eventsLogged()).toEqual(['database-unavailable', 'rewrite-not-stored'])
    // A lease that was taken though nobody heard of it holds nobody up for long: it runs out.
    const leases = faults.faults[name].commits ? written : 0
    expect(await expectNoHalfWrittenRow(reading.slug)).toEqual(Array.from({ length: leases }, () => 'writing'))
    await expectRecovery(reading)
    expect(await modelCallCount(modelName)).toBe(2 * written)
  })

  test('once when each lease is asked for: what was written is kept', async () => {
    const modelName = aModel('echo')
    const reading = await aPublishedLesson()
    strikeOnceAt(name, 'takeLease')
    await readLesson(reading.learner, { lesson_slug: reading.slug })
    expect(eventsLogged()).toEqual(['database-unavailable'])
    expect(await expectNoHalfWrittenRow(reading.slug)).toEqual(Array.from({ length: written }, () => 'ready'))
    await expectRecovery(reading)
    expect(await modelCallCount(modelName)).toBe(written)
  })

  test('when texts are stored: the reader gets them all the same', async () => {
    aModel('echo')
    const reading = await aPublishedLesson()
    strikeAt(name, ['store'])
    const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
    expect(sourcesOf(sections)).toEqual(sources)
    expect(eventsLogged()[0]).toBe('database-unavailable')
    const state = faults.faults[name].commits ? 'ready' : 'writing'
    expect(await expectNoHalfWrittenRow(reading.slug)).toEqual(Array.from({ length: written }, () => state))
    await expectRecovery(reading)
  })

  test('once when each text is stored: the second try keeps them all', async () => {
    const modelName = aModel('echo')
    const reading = await aPublishedLesson()
    strikeOnceAt(name, 'store')
    await readLesson(reading.learner, { lesson_slug: reading.slug })
    expect(eventsLogged()).toEqual(['database-unavailable'])
    await expectRecovery(reading)
    expect(await modelCallCount(modelName)).toBe(written)
  })

  test('when the reading is remembered: the reader has the lesson, and its rewrites are kept', async () => {
    const modelName = aModel('echo')
    const reading = await aPublishedLesson()
    strikeAt(name, ['remember'])
    const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
    expect(sourcesOf(sections)).toEqual(sources)
    expect(eventsLogged()).toEqual(['reading-not-remembered'])
    await expectRecovery(reading)
    expect(await modelCallCount(modelName)).toBe(written)
  })

  test('from the first event on: the reader sees the whole lesson and its end', async () => {
    aModel('echo')
    const reading = await aPublishedLesson()
    strikeAt(name, begun)
    const events = await streamLesson(reading.learner, { lesson_slug: reading.slug })
    expect(eventsNamed(events, 'section-end')).toHaveLength(sources.length)
    expect(eventsNamed(events, 'lesson-end')).toMatchObject([{ written, cached: 0 }])
    expect(eventsLogged()).toContain('database-unavailable')
    await expectNoHalfWrittenRow(reading.slug)
    await expectRecovery(reading)
  })

  test('while one writes and another waits: both get the whole lesson', async () => {
    aModel('slow')
    const [reading, other] = [await aPublishedLesson(), await aLearner()]
    let gone = false
    shortenFor(name)
    strike = ({ query }) => {
      gone ||= query.startsWith(statements.follow)
      return gone ? faults.faults[name].answer : undefined
    }
    const lessons = await Promise.all(
      [reading.learner, other].map((learner) => readLesson(learner, { lesson_slug: reading.slug })),
    )
    endFault()
    expect(gone).toBe(true)
    expect(lessons.map(({ sections }) => sourcesOf(sections))).toEqual([sources, sources])
    expect(eventsLogged()).toContain('database-unavailable')
    await expectNoHalfWrittenRow(reading.slug)
    await expectRecovery(reading)
  })
})

test('a database that is slow, but within the limit of a statement, loses nothing', async () => {
  const modelName = aModel('echo')
  const reading = await aPublishedLesson()
  statementMilliseconds = 2_000
  strike = () => async () => {
    await setTimeout(statementMilliseconds / 3)
    return undefined
  }
  const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
  expect(sourcesOf(sections)).toEqual(sources)
  await expectRecovery(reading)
  expect(await modelCallCount(modelName)).toBe(written)
})

test.each(['42P01', '40001'])('a renewal that is refused with %s ends nothing: the text is stored', async (code) => {
  const modelName = aModel('slow')
  const reading = await aPublishedLesson()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  let refused = 0
  strike = ({ query }) => {
    // While its section is written, each lease is renewed once.
    if (query.startsWith(statements.takeLease))
      void setTimeout(50).then(() => vi.advanceTimersByTime(renewalMilliseconds))
    if (!query.startsWith(statements.renewLease)) return undefined
    refused++
    return async () => postgresError(code)
  }
  const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
  vi.useRealTimers()
  expect(sourcesOf(sections)).toEqual(sources)
  expect(refused).toBeGreaterThan(0)
  expect(eventsLogged()).toEqual(['lease-not-renewed'])
  await expectRecovery(reading)
  expect(await modelCallCount(modelName)).toBe(written)
})

test('a text that the database refuses is the reader’s all the same', async () => {
  aModel('echo')
  const reading = await aPublishedLesson()
  strike = ({ query }) => (query.startsWith(statements.store) ? async () => postgresError('22021') : undefined)
  const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
  expect(sourcesOf(sections)).toEqual(sources)
  expect(eventsLogged()).toEqual(['rewrite-not-stored'])
  await expectRecovery(reading)
})

test('a database that refuses the lease leaves the original with a reason, and no model is asked', async () => {
  const modelName = aModel('echo')
  const reading = await aPublishedLesson()
  strike = ({ query }) => (query.startsWith(statements.takeLease) ? async () => postgresError('42P01') : undefined)
  const { sections } = await readLesson(reading.learner, { lesson_slug: reading.slug })
  expect(sections.filter(({ reason }) => reason === 'database-unavailable')).toHaveLength(written)
  expect(sourcesOf(sections)).toEqual(sources.map(() => 'original'))
  expect(eventsLogged()).toEqual(['section-failed'])
  expect(await modelCallCount(modelName)).toBe(0)
  await expectRecovery(reading)
})
