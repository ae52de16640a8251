import { sql, type Kysely } from 'kysely'
import type { Database } from './database.ts'
import { isForeignKeyViolation } from './foreign-key-violation.ts'
import { verifierVersion } from '../contract/index.ts'

/** A version that a learner was given. */
export interface GivenVersion {
  readonly userId: string
  readonly slug: string
  readonly contentHash: string
  readonly versionKey: string
  /** Keys of the rewrites, in reading order. */
  readonly keys: readonly string[]
  /**
   * Keys of all rewrites in it (the note's, too) that the current verifier accepts, whichever verifier they were stored
   * under.
   */
  readonly accepted: readonly string[]
}

/**
 * Records which version a learner was given, that its rewrites were read, and that they need not be judged again; one
 * idempotent statement. Does nothing for a learner who was erased meanwhile.
 */
export async function storeGivenVersion(db: Kysely<Database>, given: GivenVersion): Promise<void> {
  const keys = [...given.keys]
  const read = [...new Set([...keys, ...given.accepted])]
  const isAccepted = sql`personalized_content_cache.key = any (${[...given.accepted]}::text[])`
  await db
    .with('read', (cte) =>
      cte
        .updateTable('personalized_content_cache')
        .set({
          last_read_at: sql<Date>`clock_timestamp()`,
          verifier_version: sql<number>`greatest(verifier_version, case when ${isAccepted} then ${verifierVersion}::int end)`,
        })
        // Locked in one order, or readers who finish together could deadlock on each other's rows.
        .where('key', 'in', (rewrites) =>
          rewrites
            .selectFrom('personalized_content_cache')
            .select('key')
            .where('key', 'in', read.length > 0 ? read : [''])
            .orderBy('key')
            .forNoKeyUpdate(),
        ),
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
    .catch((error: unknown) => {
      if (!isForeignKeyViolation(error)) throw error
    })
}
