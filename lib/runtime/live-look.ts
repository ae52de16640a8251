import type { Kysely } from 'kysely'
import { createDatabase, type Database, type DatabaseOptions, findRewrites, type StoredRewrite } from '../db/index.ts'
import { lookTogether, type LookUp } from '../rewrite/index.ts'
import { isOnEdge, random, readClock, sleep } from './live-environment.ts'

/** The look of all requests of this process, and the database that it goes to. */
let shared: { readonly database: DatabaseOptions; readonly look: LookUp<StoredRewrite> } | undefined

/**
 * How a request looks for what others write. All requests of a process look together, by one statement, so that the database is
 * asked as often by a hundred readers who wait as by one. On the edge, where a request may not wait for another one's
 * connection, each looks for itself.
 */
export function createLook(db: Kysely<Database>, database: DatabaseOptions): LookUp<StoredRewrite> {
  if (isOnEdge()) return lookAt(db)
  if (!shared || !isSame(shared.database, database)) shared = { database, look: lookAt(createDatabase(database)) }
  return shared.look
}

const isSame = (one: DatabaseOptions, other: DatabaseOptions): boolean =>
  one.connectionString === other.connectionString && one.fetchEndpoint === other.fetchEndpoint

const lookAt = (db: Kysely<Database>): LookUp<StoredRewrite> =>
  lookTogether((keys) => findRewrites(db, keys), { sleep, random, now: readClock })
