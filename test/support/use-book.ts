import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createDatabase } from '../../lib/db/create-database.ts'
import type { Database } from '../../lib/db/database.ts'
import { findCurrentLessons } from '../../lib/db/lesson-queries.ts'
import { publishLessons } from '../../lib/db/publish-lessons.ts'
import { createUser, storePreferences } from '../../lib/db/user-queries.ts'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import type { Lesson } from '../../lib/lesson/lesson.ts'
import { parseLesson } from '../../lib/lesson/parse-lesson.ts'
import { startNeonEndpoint, type NeonEndpoint } from '../../local/neon-endpoint.ts'
import { startPgliteServer, type PgliteServer } from '../../local/pglite-server.ts'
import { withSession } from '../../local/with-session.ts'
import { aSubject } from './a-subject.ts'
import { learnerAnswers } from './plan-task.ts'
import { runCommand, type CommandCall, type Ended } from './run-command.ts'

export const torque = '## Torque\n\nA motor turns an arm with torque.'
export const gears = '## Gears\n\nGears trade speed for force.'

const readLesson = (...sections: string[]) =>
  parseLesson({ slug: 'motors', file: sections.join('\n\n'), language: 'en' })

/** A book of one lesson, built in a folder and published to a database, and the operator's commands for it. */
export interface Book {
  readonly db: Kysely<Database>
  /** As it is published. */
  readonly lesson: Lesson
  /** As after a build of these sections, which is not published. */
  build(...sections: string[]): Promise<void>
  /** A reader with answers. */
  addReader(): Promise<void>
  run(
    args: readonly string[],
    environment?: Readonly<Record<string, string>>,
    onStart?: CommandCall['onStart'],
  ): Promise<Ended>
}

/** Published anew for each test; nobody has read it then. */
export function useBook(): Book {
  let folder: string
  let pglite: PgliteServer
  let endpoint: NeonEndpoint
  let db: Kysely<Database>
  let lesson: Lesson

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'palimpsest-lessons-'))
    pglite = await startPgliteServer()
    await withSession(pglite.connectionString, migrateToLatest)
    endpoint = await startNeonEndpoint({ connectionString: pglite.connectionString })
    db = createDatabase({ connectionString: pglite.connectionString, fetchEndpoint: endpoint.url })
  })
  afterAll(async () => {
    await endpoint.close()
    await pglite.close()
    await rm(folder, { recursive: true })
  })
  beforeEach(async () => {
    await sql`truncate users, personalized_content_cache, lessons, learner_lessons, feedback, spending cascade`.execute(
      db,
    )
    await publishLessons({ db }, { version: 1, lessons: [await readLesson(torque, gears)] })
    const [published] = await findCurrentLessons(db)
    if (!published) throw new Error('The lesson is not published')
    lesson = published
    await build(torque, gears)
  })

  const build = async (...sections: string[]): Promise<void> =>
    writeFile(join(folder, 'lessons.json'), JSON.stringify({ version: 1, lessons: [await readLesson(...sections)] }))

  return {
    get db() {
      return db
    },
    get lesson() {
      return lesson
    },
    build,
    async addReader() {
      const id = crypto.randomUUID()
      await createUser(db, id, aSubject())
      await storePreferences(db, id, { answers: learnerAnswers, profileKeys: await buildProfileKeys(learnerAnswers) })
    },
    run: (args, environment = {}, onStart) =>
      runCommand({
        ...{ file: 'lessons-command.ts', args, folder },
        environment: { DATABASE_URL: pglite.connectionString, OPENAI_API_KEY: 'sk-secret', ...environment },
        ...(onStart === undefined ? {} : { onStart }),
      }),
  }
}
