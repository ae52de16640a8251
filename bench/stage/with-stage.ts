import { sql, type Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'
import { defaultLimits } from '../../lib/quota/index.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startDatabase } from '../../test/support/start-database.ts'
import { createRivalCache } from '../rivals/rival-cache.ts'
import type { Pace, Tally } from './pace.ts'
import { startProcess, type ServerProcess } from './start-process.ts'

export interface StageOptions {
  readonly pace: Pace
  /** The environment of each server process beyond what all have, by its name. */
  readonly servers: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A real PostgreSQL, a simulated model and the functions with their rivals, each in a process of its own. */
export interface Stage {
  readonly db: Kysely<Database>
  readonly servers: Readonly<Record<string, ServerProcess>>
  /** The environment with which a process speaks to this database and this model. */
  readonly settings: Readonly<Record<string, string>>
  /** What the model was asked for while this ran. */
  tally(run: () => Promise<unknown>): Promise<Tally>
  /** Forgets every rewrite, ours and the rivals'. */
  emptyCaches(): Promise<void>
}

export async function withStage<Result>(
  { pace, servers: environments }: StageOptions,
  run: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const database = await startDatabase()
  const opened: ServerProcess[] = []
  const open = async (...wanted: Parameters<typeof startProcess>): Promise<ServerProcess> => {
    const started = await startProcess(...wanted)
    opened.push(started)
    return started
  }
  try {
    await createRivalCache(database.db)
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
      servers[name] = await open('contenders', { ...settings, ...environment })
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

/** What one day allows is not what is measured. */
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
  await sql`truncate personalized_content_cache, learner_lessons, feedback, rival_cache`.execute(db)
}
