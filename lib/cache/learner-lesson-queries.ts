import { sql, type Kysely } from 'kysely'
import type { Database } from '../db/database.ts'

/** What a learner has been given to read. */
export interface GivenVersion {
  readonly userId: string
  readonly slug: string
  readonly contentHash: string
  readonly versionKey: string
  /** Keys of the rewrites, in reading order. */
  readonly keys: readonly string[]
}

/** Remembers which version a learner was given, and that its rewrites were read; one statement, idempotent. */
export async function storeGivenVersion(db: Kysely<Database>, given: GivenVersion): Promise<void> {
  const keys = [...given.keys]
  await db
    .with('read', (cte) =>
      cte
        .updateTable('personalized_content_cache')
        .set({ last_read_at: sql<Date>`clock_timestamp()` })
        .where('key', 'in', keys.length > 0 ? keys : ['']),
    )
    .insertInto('learner_lessons')
    .values({
      user_id: given.userId,
      lesson_slug: given.slug,
      content_hash: given.contentHash,
      version_key: given.versionKey,
      keys,
    })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'version_key']).doUpdateSet({ keys, last_read_at: sql<Date>`clock_timestamp()` }),
    )
    .execute()
}
