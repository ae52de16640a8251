import { createServer } from 'node:http'
import { Pool } from 'pg'
import { listen } from '../../local/listen.ts'
import { runSql } from '../../local/run-sql.ts'
import type { SqlRequest } from '../../local/sql-request.ts'

/** What a database does instead of answering. */
export interface DatabaseFault {
  /** True when the statement has been run all the same. */
  readonly commits: boolean
  readonly answer: (request: SqlRequest) => Promise<Response>
}

export interface DatabaseFaults {
  readonly faults: Readonly<Record<FaultName, DatabaseFault>>
  close(): Promise<void>
}

export const faultNames = [
  'answers 400 with SQLSTATE 40001',
  'answers 400 with HTML',
  'answers 200 with HTML',
  'answers 500 with HTML',
  'answers 503 with HTML',
  'hangs up',
  'hangs',
  'commits but loses the reply',
  'commits but breaks off in the reply',
] as const
export type FaultName = (typeof faultNames)[number]

const html = (status: number) => async () =>
  new Response('<!doctype html><h1>Not now</h1>', { status, headers: { 'content-type': 'text/html' } })

/** Everything that a Neon endpoint may do wrong, in front of this PostgreSQL. */
export async function startDatabaseFaults(connectionString: string): Promise<DatabaseFaults> {
  const pool = new Pool({ connectionString, max: 4 })
  // The database may end a connection that this pool has given up already.
  pool.on('error', () => {})
  const breakingOff = await startBreakingOff()
  const runs = (answer: () => Response) => ({
    commits: true,
    answer: async (request: SqlRequest) => {
      await runSql(pool, request)
      return answer()
    },
  })
  const faults = {
    'answers 400 with SQLSTATE 40001': { commits: false, answer: async () => postgresError('40001') },
    'answers 400 with HTML': { commits: false, answer: html(400) },
    'answers 200 with HTML': { commits: false, answer: html(200) },
    'answers 500 with HTML': { commits: false, answer: html(500) },
    'answers 503 with HTML': { commits: false, answer: html(503) },
    'hangs up': { commits: false, answer: async () => Response.error() },
    hangs: { commits: false, answer: () => new Promise<Response>(() => {}) },
    'commits but loses the reply': runs(() => Response.error()),
    'commits but breaks off in the reply': runs(() => Response.redirect(breakingOff.url, 307)),
  }
  return {
    faults,
    async close() {
      await breakingOff.close()
      await pool.end()
    },
  }
}

/** A refusal of PostgreSQL's, as Neon passes it on. */
export const postgresError = (code: string): Response =>
  Response.json({ message: 'scripted failure', severity: 'ERROR', code }, { status: 400 })

/** Promises a long reply, sends the beginning of one and is gone. */
function startBreakingOff(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
      // Gone when what is written has been sent.
      response.write('{"command":"INSERT","rowCount":1,"fie', () => response.destroy())
    })
  })
  return listen(server)
}
