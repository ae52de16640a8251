import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { createDatabase, type Database, publishLessons } from '../../lib/db/index.ts'
import { startPostgres } from '../../test/support/start-postgres.ts'
import { readSiteLessons } from '../../test/support/site-lessons.ts'
import type { Pace, Tally } from '../testbed/pace.ts'
import { startProcess } from '../testbed/start-process.ts'

export type DatabaseKind = 'embedded' | 'postgres'

/** One server process as somebody runs it who has just cloned the book: its lessons, no rewrites, the limits of the defaults. */
export interface FirstDayTestbed {
  readonly url: string
  readonly db: Kysely<Database>
  /** The book's lessons by slug. */
  readonly slugs: readonly string[]
  readonly tally: () => Promise<Tally>
  /** Lines that the server logged as errors. */
  readonly errors: readonly string[]
  readonly close: () => Promise<void>
}

export async function openFirstDay(kind: DatabaseKind, pace: Pace): Promise<FirstDayTestbed> {
  const closers: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closers.toReversed()) await end()
  }
  try {
    const storage = await openStorage(kind)
    closers.push(storage.close)
    const model = await startProcess('model', { PACE: JSON.stringify(pace) })
    closers.push(model.close)
    const server = await startProcess('local', {
      ...storage.settings,
      OPENAI_BASE_URL: model.url,
      OPENAI_API_KEY: 'simulated',
      OPENAI_MODEL: 'paced',
    })
    closers.push(server.close)
    if (!server.database) throw new Error('The server opened no database')
    const db = createDatabase(server.database)
    const lessons = await readSiteLessons()
    await publishLessons({ db }, { version: 1, lessons })
    return {
      url: server.url,
      db,
      slugs: lessons.map(({ slug }) => slug),
      tally: async () => (await (await fetch(`${model.url}/tally`)).json()) as Tally,
      errors: server.errors,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

interface Storage {
  readonly settings: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

async function openStorage(kind: DatabaseKind): Promise<Storage> {
  if (kind === 'postgres') {
    const { connectionString, close } = await startPostgres()
    return { settings: { DATABASE_URL: connectionString }, close }
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-embedded-'))
  return {
    settings: { DATABASE_URL: '', DATA_DIR: folder },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
