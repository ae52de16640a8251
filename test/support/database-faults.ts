import { statementMillisecondsMax } from '../../lib/db/create-database.ts'
import type { Breakage } from './broken-database.ts'

/** A way in which a database can fail to answer a statement. */
export interface DatabaseFault {
  /** As in the guide's table. */
  readonly fault: string
  /** Whether the statement is run all the same. */
  readonly runs: boolean
  /** When the app goes on: `late` with the answer, `limit` by its own limit without one, `at once` without one. */
  readonly goesOn: 'at once' | 'limit' | 'late'
  readonly breakage: Breakage
}

const html = '<!doctype html><title>Not now</title><h1>Not now</h1>'
const page =
  (status: number): Breakage =>
  ({ response }) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end(html)

/** Refuses a statement as PostgreSQL does, in Neon's words. */
export const refuse =
  (code: string): Breakage =>
  ({ response }) =>
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end(JSON.stringify({ message: 'scripted failure', severity: 'ERROR', code }))

/** How late an answer is that is waited for, in milliseconds. */
const late = statementMillisecondsMax / 2
const withoutAnswer = { runs: false, goesOn: 'at once' } as const

/** Every fault that is injected; the guide's page *What can go wrong* has one row for each. */
export const databaseFaults: readonly DatabaseFault[] = [
  { ...withoutAnswer, fault: '400 with SQLSTATE `40001` (serialization failure)', breakage: refuse('40001') },
  { ...withoutAnswer, fault: '400 with SQLSTATE `57P01` (shutting down)', breakage: refuse('57P01') },
  { ...withoutAnswer, fault: '400 with a page of HTML', breakage: page(400) },
  { ...withoutAnswer, fault: '200 with a page of HTML', breakage: page(200) },
  {
    ...withoutAnswer,
    fault: '200 with JSON that is no result',
    breakage: ({ response }) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
  },
  { ...withoutAnswer, fault: '500 with a page of HTML', breakage: page(500) },
  { ...withoutAnswer, fault: '503 with a page of HTML', breakage: page(503) },
  {
    ...withoutAnswer,
    fault: 'The connection is cut without an answer',
    breakage: ({ request }) => request.socket.resetAndDestroy(),
  },
  { runs: false, goesOn: 'limit', fault: 'No answer comes', breakage: () => {} },
  {
    runs: true,
    goesOn: 'at once',
    fault: 'The statement is run, and the reply is lost',
    async breakage({ request, run }) {
      await run()
      request.socket.resetAndDestroy()
    },
  },
  {
    runs: true,
    goesOn: 'at once',
    fault: 'The statement is run, and the reply breaks off',
    async breakage({ response, run }) {
      const body = await run()
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
      response.write(body.slice(0, body.length / 2), () => response.destroy())
    },
  },
  {
    runs: true,
    goesOn: 'late',
    fault: `The answer takes ${late / 1_000} s`,
    async breakage({ response, run, wait }) {
      const body = await run()
      await wait(late)
      response.writeHead(200, { 'content-type': 'application/json' }).end(body)
    },
  },
]
