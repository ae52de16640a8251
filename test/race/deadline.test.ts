import type { RewriteServices } from '../../lib/rewrite/services.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createInsights } from '../../lib/insights/insights.ts'
import type { LogEntry } from '../../lib/errors/log-entry.ts'
import { unknownUsage, type Writer } from '../../lib/llm/writer.ts'
import { findRewrites } from '../../lib/db/lease-queries.ts'
import { batchPolls } from '../../lib/rewrite/batch-polls.ts'
import { personalize } from '../../lib/rewrite/personalize.ts'
import { aSubject } from '../support/a-subject.ts'
import { aLearner } from '../support/a-learner.ts'
import { createGate, type Gate } from '../support/create-gate.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

/** The platform ends a function after so many milliseconds, whatever it does. */
const platformMilliseconds = 300_000
/** How many sections of the lesson a model writes. */
const sectionCount = 4

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
  Object.assign(process.env, {
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_API_KEY: 'test-key',
  })
})
afterAll(() => database.close())

/** A writer whose every call stops at the gate, and then fails. */
function aStuckWriter(gate: Gate): Writer & { readonly calls: () => number; readonly writesAll: Promise<void> } {
  let calls = 0
  const writesAll = Promise.withResolvers<void>()
  return {
    model: { name: 'stuck', demo: false },
    calls: () => calls,
    writesAll: writesAll.promise,
    async *write() {
      calls += 1
      if (calls === sectionCount) writesAll.resolve()
      yield 'This'
      await gate.pass()
      return { whole: false, reason: 'model-unavailable', usage: unknownUsage }
    },
  }
}

/** A writer of good texts whose calls take so many milliseconds by the test's clock. */
function aSlowWriter(take: () => void): Writer & { readonly calls: () => number } {
  let calls = 0
  return {
    model: { name: 'slow', demo: false },
    calls: () => calls,
    async *write({ messages }) {
      calls += 1
      take()
      yield /<section [^>]*>\n([\s\S]*)\n<\/section>/.exec(messages[0]?.content ?? '')?.[1] ?? ''
      return { whole: true, usage: unknownUsage }
    },
  }
}

/** A function that runs by a clock of the test's own, which only its sleeps and its writers move on. */
function aFunction() {
  const logged: LogEntry[] = []
  const works: Promise<unknown>[] = []
  let clock = 0
  const pass = (milliseconds: number): void => {
    clock += milliseconds
  }
  const sleep = async (milliseconds: number): Promise<void> => pass(milliseconds)
  const ask = async (different: Pick<RewriteServices, 'writer' | 'sectionsAtATime'>, wanted: Wanted) =>
    personalize(
      {
        userId: await aLearner(),
        contentHash: undefined,
        originalContent: undefined,
        level: 'as-is',
        choices: new Map(),
        form: 'markdown',
        subject: aSubject(),
        ...wanted,
      },
      {
        db: database.db,
        urgentDb: database.db,
        sharedLimiter: (work) => work(),
        createId: () => crypto.randomUUID(),
        fallbackBudget: { reserve: () => true, refund: () => {} },
        every: () => () => {},
        random: () => 0,
        waitUntil: (work) => works.push(work),
        now: () => clock,
        insights: createInsights({ now: () => clock }),
        sleep,
        poll: batchPolls((keys) => findRewrites(database.db, keys), { sleep, now: () => clock, random: () => 0 }),
        log: (entry) => logged.push(entry),
        inSpan: (_name, work) => work(),
        ...different,
      },
    )
  return { ask, pass, logged, works, clock: () => clock }
}

type Wanted = Pick<Parameters<typeof personalize>[0], 'slug' | 'sections'>

test('who waits for a writer that never ends has the original long before the platform ends the function', async () => {
  const { slug } = await publishLesson(database.db)
  const gate = createGate()
  const [stuck, other] = [aStuckWriter(gate), aStuckWriter(gate)]
  const { ask, logged, works, clock } = aFunction()
  const wanted = { slug, sections: undefined }
  const writing = await ask({ writer: stuck, sectionsAtATime: sectionCount }, wanted)
  await stuck.writesAll
  const { results } = await ask({ writer: { ...other, model: stuck.model }, sectionsAtATime: sectionCount }, wanted)
  const reasons = (await results).map(({ reason }) => reason).filter((reason) => reason !== 'no-prose')
  expect(new Set(reasons)).toEqual(new Set(['waited-too-long']))
  expect(clock()).toBeLessThan(platformMilliseconds - 60_000)
  expect(other.calls()).toBe(0)
  gate.open()
  await writing.results
  await Promise.all(works)
  expect(logged).toEqual([])
})

test('a section whose turn comes too late asks no model and takes no lease; the next request writes it', async () => {
  const { slug } = await publishLesson(database.db)
  const wanted = { slug, sections: ['torque', 'code'] }
  const late = aFunction()
  const slow = aSlowWriter(() => late.pass(270_000))
  const { results } = await late.ask({ writer: slow, sectionsAtATime: 1 }, wanted)
  expect(await results).toMatchObject([{ source: 'rewrite' }, { source: 'original', reason: 'model-timeout' }])
  expect(slow.calls()).toBe(1)

  const next = await aFunction().ask({ writer: aSlowWriter(() => {}), sectionsAtATime: 1 }, wanted)
  expect(await next.results).toMatchObject([
    { source: 'rewrite', cached: true },
    { source: 'rewrite', cached: false },
  ])
  expect(late.logged).toEqual([])
})
