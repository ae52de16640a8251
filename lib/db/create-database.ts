import { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { createNeonDialect } from './neon-dialect.ts'
import type { DatabaseAddress } from './query-neon.ts'

/** The query layer over Neon's SQL over HTTP: no connection is held, so making one costs nothing. */
export const createDatabase = (address: DatabaseAddress): Kysely<Database> =>
  new Kysely<Database>({ dialect: createNeonDialect(address) })
