import { setTimeout } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '../../lib/db/index.ts'

const triesMax = 100

/** The key of the one version that was read; a function stores it only after its answer. */
export async function findVersionKey(db: Kysely<Database>): Promise<string> {
  for (let tries = 0; tries < triesMax; tries += 1) {
    const given = await db.selectFrom('learner_lessons').select('version_key').executeTakeFirst()
    if (given) return given.version_key
    await setTimeout(50)
  }
  throw new Error('Cannot find the version: no reading was remembered')
}
