import { startPostgres } from '../../test/support/start-postgres.ts'
import type { Kysely } from 'kysely'
import { type Database, publishLessons } from '../../lib/db/index.ts'
import type { Lesson } from '../../lib/lesson/index.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startDatabase } from '../../test/support/start-database.ts'
import { composeLesson } from '../testbed/compose-lesson.ts'
import type { Pace, Tally } from '../testbed/pace.ts'
import { startProcess, type ServerProcess } from '../testbed/start-process.ts'

export interface LoadTestbedOptions {
  readonly pace: Pace
  readonly lessons: number
  /** The environment of the server processes beyond what they need. */
  readonly environment?: Readonly<Record<string, string>>
}

/** Two server processes, a simulated model and a real PostgreSQL with lessons in it. */
export interface LoadTestbed {
  readonly db: Kysely<Database>
  readonly lessons: readonly Lesson[]
  /** The servers that stand now, each at its place. */
  readonly servers: ServerProcess[]
  /** Lines that servers logged as errors, also those of servers that are gone. */
  errorLines(): readonly string[]
  /** Kills a server without a word, and starts another at its place. */
  replaceServer(place: number): Promise<void>
  restartDatabase(): Promise<void>
  /** What the model was asked for so far. */
  tally(): Promise<Tally>
  close(): Promise<void>
}

const serverCount = 2
const sectionCount = 2

export async function openLoadTestbed({
  pace,
  lessons: lessonCount,
  environment,
}: LoadTestbedOptions): Promise<LoadTestbed> {
  const postgres = await startPostgres()
  const database = await startDatabase({ server: postgres })
  const model = await startProcess('model', { PACE: JSON.stringify(pace) })
  const open = (): Promise<ServerProcess> =>
    startProcess('functions', {
      ...openLimits,
      DATABASE_URL: database.connectionString,
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'simulated',
      OPENAI_MODEL: 'paced',
      ...environment,
    })
  const servers = await Promise.all(Array.from({ length: serverCount }, open))
  const opened = [...servers]
  const lessons = await Promise.all(
    Array.from({ length: lessonCount }, (_, place) => composeLesson(sectionCount, `edition ${place}`)),
  )
  await publishLessons(database, { version: 1, lessons })
  return {
    db: database.db,
    lessons,
    servers,
    errorLines: () => opened.flatMap(({ errors }) => errors),
    async replaceServer(place) {
      await servers[place]?.kill()
      const replacement = await open()
      opened.push(replacement)
      servers[place] = replacement
    },
    restartDatabase: () => postgres.restart(),
    tally: async () => (await (await fetch(`${model.url}/tally`)).json()) as Tally,
    async close() {
      await Promise.all([...servers, model].map((one) => one.close()))
      await database.close()
    },
  }
}
