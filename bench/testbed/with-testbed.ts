import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'
import { defaultLimits } from '../../lib/quota/index.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startDatabase } from '../../test/support/start-database.ts'
import { createBaselineCache } from '../baselines/baseline-cache.ts'
import type { Pace, Tally } from './pace.ts'
import { startProcess, type ServerProcess } from './start-process.ts'

export interface TestbedOptions {
  readonly pace: Pace
  /** Additional environment of each server process, by its name. */
  readonly servers: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A real PostgreSQL, a simulated model and the functions with the baselines, each in a process of its own. */
export interface Testbed {
  readonly db: Kysely<Database>
  readonly servers: Readonly<Record<string, ServerProcess>>
  /** The environment that connects a process to this database and this model. */
  readonly settings: Readonly<Record<string, string>>
  /** Runs something; returns the model calls that it made. */
  tally(run: () => Promise<unknown>): Promise<Tally>
  /** Removes every rewrite, ours and the baselines’. */
  emptyCaches(): Promise<void>
}

export async function withTestbed<Result>(
  { pace, servers: environments }: TestbedOptions,
  run: (testbed: Testbed) => Promise<Result>,
): Promise<Result> {
  const database = await startDatabase()
  const opened: ServerProcess[] = []
  const open = async (...wanted: Parameters<typeof startProcess>): Promise<ServerProcess> => {
    const started = await startProcess(...wanted)
    opened.push(started)
    return started
  }
  try {
    await createBaselineCache(database.db)
    const model = await open('model', { PACE: JSON.stringify(pace) })
    const settings = {
      ...openLimits,
      DATABASE_URL: database.connectionString,
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'simulated',
      OPENAI_MODEL: 'paced',
      ...noLimits,
    }
    const servers: Record<string, ServerProcess> = {}
    for (const [name, environment] of Object.entries(environments))
      servers[name] = await open('functions', { ...settings, ...environment })
    return await run({
      db: database.db,
      servers,
      settings: { ...settings, NEON_FETCH_ENDPOINT: database.fetchEndpoint },
      tally: (work) => countCalls(model.url, work),
      emptyCaches: () => emptyCaches(database.db),
    })
  } finally {
    await Promise.all(opened.map((started) => started.close()))
    await database.close()
  }
}

/** Daily limits are switched off: they are not measured here. */
const noLimits = Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, '1000000000']))

async function countCalls(modelUrl: string, run: () => Promise<unknown>): Promise<Tally> {
  const read = async (): Promise<Tally> => (await (await fetch(`${modelUrl}/tally`)).json()) as Tally
  const before = await read()
  await run()
  const after = await read()
  return {
    calls: after.calls - before.calls,
    failures: after.failures - before.failures,
    largest: after.largest,
    inputTokens: after.inputTokens - before.inputTokens,
    cachedTokens: after.cachedTokens - before.cachedTokens,
    outputTokens: after.outputTokens - before.outputTokens,
  }
}

async function emptyCaches(db: Kysely<Database>): Promise<void> {
  await sql`truncate personalized_content_cache, learner_lessons, feedback, baseline_cache`.execute(db)
}
