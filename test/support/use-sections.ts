import { createInsights } from '../../lib/insights/insights.ts'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { batchPolls } from '../../lib/rewrite/batch-polls.ts'
import { findRewrites } from '../../lib/db/lease-queries.ts'
import type { StoredRewrite } from '../../lib/db/stored-rewrite.ts'
import type { LogEntry } from '../../lib/errors/log-entry.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import type { SectionPlan } from '../../lib/rewrite/plan-lesson.ts'
import type { SectionRun } from '../../lib/rewrite/lesson-run.ts'
import type { RewriteServices } from '../../lib/rewrite/services.ts'
import type { SqlRequest } from '../../local/sql-request.ts'
import { aScriptedWriter, type ScriptedWriter } from './a-scripted-writer.ts'
import { aSubject } from './a-subject.ts'
import type { Gate } from './create-gate.ts'
import { lessonFile } from './lesson-file.ts'
import { planUncached } from './plan-task.ts'
import { startDatabase, type StartedDatabase } from './start-database.ts'

type Run = SectionRun & RewriteServices

/** Sections to be written on a real PostgreSQL, step by step. */
export interface SectionFixture {
  readonly database: StartedDatabase
  /** Has statements wait at a gate of the test's; until the test's end. */
  hold(choose: (request: SqlRequest) => Gate | undefined): void
  /** The same section under a key of the test's own. */
  aSection(): SectionPlan
  aWriter(word: string, options?: Partial<Parameters<typeof aScriptedWriter>[0]>): ScriptedWriter
  /** What `writeSection` takes after the section: its run and its services, in one object each. */
  runOf(writer: ScriptedWriter, different?: Partial<Run>): readonly [Run, Run]
  /** Has the section's lease run out. */
  expire(planned: SectionPlan): Promise<unknown>
  readRow(planned: SectionPlan): Promise<StoredRewrite | undefined>
}

const shortSleep = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

/** One fixture for all tests of a file. A line in the log fails the test that it was written in. */
export function useSections(): SectionFixture {
  let held: Parameters<SectionFixture['hold']>[0] = () => undefined
  let database: StartedDatabase
  let section: SectionPlan
  let rows = 0
  const logged: LogEntry[] = []

  beforeAll(async () => {
    database = await startDatabase({
      async before(request) {
        await held(request)?.pass()
        return undefined
      },
    })
    const lesson = await parseLesson({ slug: 'lesson', file: lessonFile, language: 'en' })
    section = (await planUncached(lesson)).find(({ task }) => task.section.id === 'torque') as SectionPlan
  })
  afterAll(() => database.close())
  afterEach(() => {
    held = () => undefined
    expect(logged.splice(0)).toEqual([])
  })

  return {
    get database() {
      return database
    },
    hold(choose) {
      held = choose
    },
    aSection: () => ({ ...section, key: (++rows).toString(16).padStart(64, '0') }),
    aWriter: (word, options = {}) => aScriptedWriter({ task: section.task, word, ...options }),
    runOf: (writer, different = {}) => {
      const { sleep = shortSleep, now = () => 0 } = different
      const run: Run = {
        db: database.db,
        urgentDb: database.db,
        poll: batchPolls((keys) => findRewrites(database.db, keys), { sleep, now, random: () => 0 }),
        writer,
        recipe: 'p1/test',
        limiters: { write: (work) => work(), wait: (work) => work() },
        sharedLimiter: (work) => work(),
        sectionsAtATime: 1,
        insights: createInsights({ now }),
        inSpan: (_name, work) => work(),
        lessonSlug: 'lesson',
        createId: () => crypto.randomUUID(),
        every: () => () => {},
        waitUntil: () => {},
        random: () => 0,
        sleep,
        now,
        waitDeadline: 1,
        workDeadline: 285_000,
        show: () => {},
        subject: aSubject(),
        fallbackBudget: { reserve: () => true, refund: () => {} },
        log: (entry) => logged.push(entry),
        ...different,
      }
      return [run, run]
    },
    expire: ({ key }) =>
      sql`update personalized_content_cache set lease_until = clock_timestamp() - interval '1 second'
        where key = ${key}`.execute(database.db),
    readRow: ({ key }) => findRewrites(database.db, [key]).then((found) => found.get(key)),
  }
}
