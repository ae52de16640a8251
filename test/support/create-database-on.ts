import { Client } from 'pg'

/** The database with our tables that `share-postgres.ts` makes. */
export const templateName = 'palimpsest_template'

export interface CreatedDatabase {
  readonly connectionString: string
  /** Drops it, whoever is connected. */
  drop(): Promise<void>
}

/** Creates a database on a server: an empty one, or a copy of `template`, which nobody may be connected to. */
export async function createDatabaseOn(
  server: string,
  {
    name = `test_${crypto.randomUUID()}`,
    template = 'template1',
  }: { readonly name?: string; readonly template?: string } = {},
): Promise<CreatedDatabase> {
  await run(server, `create database "${name}" template "${template}"`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { connectionString: url.href, drop: () => run(server, `drop database "${name}" with (force)`) }
}

async function run(connectionString: string, statement: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
