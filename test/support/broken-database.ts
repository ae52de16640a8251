import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { listen } from '../../local/listen.ts'
import { countConnections } from './count-connections.ts'

/** One statement that has arrived, and what can be done with it. */
export interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** Has the real database run the statement; gives the body of its answer. */
  readonly run: () => Promise<string>
  /** Waits as long as a fault says, ten times as fast. */
  readonly wait: (milliseconds: number) => Promise<unknown>
}

/** What a database does instead of answering. */
export type Breakage = (exchange: Exchange) => unknown

export interface BrokenDatabase {
  /** Where a statement meets this breakage; `arrived` resolves when it has come there. */
  break(breakage: Breakage): { readonly url: string; readonly arrived: Promise<void> }
  /** How many connections are open. */
  connections(): number
  close(): Promise<void>
}

/** The network's own, whatever a test puts in its place. */
const { fetch } = globalThis

/** A real HTTP server in the place of Neon, that breaks its protocol in front of the endpoint that keeps it. */
export async function startBrokenDatabase(fetchEndpoint: string): Promise<BrokenDatabase> {
  const broken = new Map<string, { readonly breakage: Breakage; readonly arrive: () => void }>()
  const server = createServer((request, response) => {
    void answer(request, response)
  })
  const connections = countConnections(server)
  const { url, close } = await listen(server, { graceMs: 0 })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { breakage, arrive } = broken.get(request.url ?? '') ?? {}
    const body = Buffer.concat(await request.toArray())
    const run = async (): Promise<string> => {
      const answered = await fetch(fetchEndpoint, { method: 'POST', body, headers: neonHeaders(request) })
      return answered.text()
    }
    // One statement, one connection: so that every open one belongs to a statement that has not ended.
    response.setHeader('connection', 'close')
    arrive?.()
    await breakage?.({ request, response, run, wait: (milliseconds) => setTimeout(milliseconds / 10) })
  }

  return {
    break(breakage) {
      const path = `/${broken.size}`
      const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
      broken.set(path, { breakage, arrive })
      return { url: `${url}${path}`, arrived }
    },
    connections: connections.open,
    close,
  }
}

const neonHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (name.startsWith('neon-') ? [[name, String(value)]] : [])),
  )
