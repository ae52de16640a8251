import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LogEntry } from '../../lib/http/endpoint.ts'
import { unknownUsage, type Writer } from '../../lib/llm/writer.ts'
import { personalize, type PersonalizeDeps } from '../../lib/rewrite/personalize.ts'
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

test('who waits for a writer that never ends has the original long before the platform ends the function', async () => {
  const { slug } = await publishLesson(database.db)
  const gate = createGate()
  const [stuck, other] = [aStuckWriter(gate), aStuckWriter(gate)]
  const logged: LogEntry[] = []
  const works: Promise<unknown>[] = []
  let clock = 0
  const deps: PersonalizeDeps = {
    db: database.db,
    writer: stuck,
    sectionsAtATime: sectionCount,
    createId: () => crypto.randomUUID(),
    every: () => () => {},
    keepAlive: (work) => works.push(work),
    now: () => clock,
    sleep: async (milliseconds) => {
      clock += milliseconds
    },
    log: (entry) => logged.push(entry),
  }
  const ask = async (different: Partial<PersonalizeDeps>) =>
    personalize(
      {
        userId: await aLearner(),
        slug,
        contentHash: undefined,
        originalContent: undefined,
        sections: undefined,
        dial: 'as-is',
        choices: new Map(),
        form: 'markdown',
      },
      { ...deps, ...different },
    )
  const writing = await ask({})
  await stuck.writesAll
  const { settled } = await ask({ writer: { ...other, model: stuck.model } })
  const reasons = (await settled).map(({ reason }) => reason).filter((reason) => reason !== 'no-prose')
  expect(new Set(reasons)).toEqual(new Set(['waited-too-long']))
  expect(clock).toBeLessThan(platformMilliseconds - 60_000)
  expect(other.calls()).toBe(0)
  gate.open()
  await writing.settled
  await Promise.all(works)
  expect(logged).toEqual([])
})
