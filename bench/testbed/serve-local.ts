/** The site's functions and the database in a process of their own, as `npm start` and `npm run serve` open them. */
import { migrateToLatest } from '../../lib/migrate/index.ts'
import path from 'node:path'
import { setEnvironment } from '../../local/environment.ts'
import { loadFunctions } from '../../local/load-functions.ts'
import { openDatabase } from '../../local/open-database.ts'
import { runMigrations } from '../../local/run-migrations.ts'
import { startServer } from '../../local/server.ts'

const root = path.join(import.meta.dirname, '../..')
const { connectionString, fetchEndpoint, close, place } = await openDatabase({
  databaseUrl: process.env['DATABASE_URL'],
  dataDir: process.env['DATA_DIR'] ?? '',
})
await runMigrations({ connectionString, place }, migrateToLatest)
setEnvironment({ DATABASE_URL: connectionString, NEON_FETCH_ENDPOINT: fetchEndpoint, LOG_REQUESTS: 'off' })
const server = await startServer({
  siteDir: path.join(root, 'site/static'),
  // One machine plays readers of many addresses.
  clientAddressHeader: 'x-reader-address',
  functions: await loadFunctions(path.join(root, 'api')),
})
process.send?.({ url: server.url, database: { connectionString, fetchEndpoint } })
process.once('disconnect', () => {
  void server.close().then(close)
})
