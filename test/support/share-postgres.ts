import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import { withSession } from '../../local/with-session.ts'
import { createDatabaseOn, templateName } from './create-database-on.ts'
import { startPostgres, type StartedPostgres } from './start-postgres.ts'

let users = 0
let started: Promise<StartedPostgres> | undefined

/** Starts the one PostgreSQL that all test files of all projects share, with a database of our tables to copy. */
export default async function sharePostgres(): Promise<() => Promise<void>> {
  users += 1
  started ??= start()
  const server = await started
  process.env['TEST_POSTGRES'] = server.connectionString
  return async () => {
    users -= 1
    if (users > 0) return
    started = undefined
    await server.close()
  }
}

async function start(): Promise<StartedPostgres> {
  const server = await startPostgres({ careless: true })
  const template = await createDatabaseOn(server.connectionString, { name: templateName })
  await withSession(template.connectionString, migrateToLatest)
  return server
}
