import { Client } from 'pg'

/** Time limit for connecting, in milliseconds. */
const connectMs = 10_000

/** Connects to a PostgreSQL server and disconnects; rejects with `pg`'s own error. */
export async function connectOnce(connectionString: string, milliseconds = connectMs): Promise<void> {
  const client = new Client({ connectionString, connectionTimeoutMillis: milliseconds })
  client.on('error', () => {})
  try {
    await client.connect()
  } finally {
    await client.end()
  }
}
