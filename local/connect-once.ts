import { Client } from 'pg'

/** How long a connection may take to be made, in milliseconds. */
const connectMs = 10_000

/** Connects to a PostgreSQL and leaves; rejects with `pg`'s own error. */
export async function connectOnce(connectionString: string, milliseconds = connectMs): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: milliseconds })
  client.on('error', () => {})
  try {
    await client.connect()
  } finally {
    await client.end()
  }
}
