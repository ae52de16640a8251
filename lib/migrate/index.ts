/** Migrations, for commands with a session. Apart from `lib/db`, so that no function carries Node's files along. */
export { migrateDown, migrateToLatest, readMigrationNames } from './migrate.ts'
