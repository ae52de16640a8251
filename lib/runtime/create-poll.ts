import type { Kysely } from 'kysely'
import { createDatabase, type Database, type DatabaseOptions, findRewrites, type StoredRewrite } from '../db/index.ts'
import { batchPolls, type Poll } from '../rewrite/index.ts'
import { isOnEdge, random, readClock, sleep } from './live-environment.ts'

/** The poll shared by all requests of this process, and its database. */
let shared: { readonly database: DatabaseOptions; readonly poll: Poll<StoredRewrite> } | undefined

/**
 * Creates the poll by which a request waits for what others write. All requests of a process poll in one statement, so
 * that a hundred waiting readers cost no more than one. On the edge, where a request may not wait for another one's
 * connection, each polls for itself.
 */
export function createPoll(db: Kysely<Database>, database: DatabaseOptions): Poll<StoredRewrite> {
  if (isOnEdge()) return pollAt(db)
  if (!shared || !isSame(shared.database, database)) shared = { database, poll: pollAt(createDatabase(database)) }
  return shared.poll
}

const isSame = (one: DatabaseOptions, other: DatabaseOptions): boolean =>
  one.connectionString === other.connectionString && one.fetchEndpoint === other.fetchEndpoint

const pollAt = (db: Kysely<Database>): Poll<StoredRewrite> =>
  batchPolls((keys) => findRewrites(db, keys), { sleep, random, now: readClock })
