import { migrateToLatest } from '../../lib/migrate/migrate.ts'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildSiteIfChanged } from '../../local/build-site.ts'
import { startPgliteServer } from '../../local/pglite-server.ts'
import { runDocusaurusBuild } from '../../local/run-docusaurus.ts'
import { withSession } from '../../local/with-session.ts'
import { browserOptions } from './browser-options.ts'
import { projectRoot } from './start-site.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file of a dump of a database with our tables. */
    databaseDump: string
  }
}

/** Does once what every browser suite needs and no two may do at a time: builds the site, unpacks the browser, makes a database. */
export default async function prepareSites({ provide }: TestProject): Promise<() => Promise<void>> {
  await buildSiteIfChanged({ root: projectRoot, build: () => runDocusaurusBuild(projectRoot) })
  await browserOptions()
  const folder = await mkdtemp(path.join(tmpdir(), 'palimpsest-dump-'))
  const databaseDump = path.join(folder, 'database.tar')
  await writeFile(databaseDump, await dumpDatabase())
  provide('databaseDump', databaseDump)
  return () => rm(folder, { recursive: true })
}

async function dumpDatabase(): Promise<Buffer> {
  const database = await startPgliteServer()
  await withSession(database.connectionString, migrateToLatest)
  const dump = await database.dump()
  await database.close()
  return Buffer.from(await dump.arrayBuffer())
}
