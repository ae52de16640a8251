import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { countConnections } from './count-connections.ts'

/** What the hostile model does with one call. */
export interface HostileAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** Written one after the other, each in a packet of its own. */
  readonly body?: readonly (string | Uint8Array)[]
  /**
   * `end` by default; `silence` keeps the connection open until the client closes it or the test calls `cut`; `reset`
   * cuts it, and `nothing` cuts it before a byte of the answer.
   */
  readonly ending?: 'end' | 'silence' | 'reset' | 'nothing'
}

/** An answer to a call that asks for this text. */
export type HostileScript = (text: string) => HostileAnswer

export interface HostileModel {
  readonly baseUrl: string
  /** Begins a script: the first call gets the first answer, and every call after the last gets the last. */
  follow(...answers: readonly HostileScript[]): void
  /** How many calls came since the script began. */
  calls(): number
  /** Resolves when a call has got all that its script gives before the silence. */
  silence(): Promise<void>
  /** Cuts every connection. */
  cut(): void
  /** How many connections are open. */
  connections(): number
  close(): Promise<void>
}

/** A real HTTP server that speaks the chat-completions protocol, and breaks it as the script says. */
export async function startHostileModel(): Promise<HostileModel> {
  let script: readonly HostileScript[] = []
  let calls = 0
  let silence = Promise.withResolvers<void>()

  const server = createServer((request, response) => {
    void answer(request, response)
  })
  const connections = countConnections(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answerOf = script[Math.min(calls, script.length - 1)]
    calls++
    const { status = 200, headers = {}, body = [], ending = 'end' } = answerOf?.(await readText(request)) ?? {}
    if (ending === 'nothing') {
      request.socket.resetAndDestroy()
      return
    }
    response.writeHead(status, { 'content-type': 'text/event-stream', connection: 'close', ...headers })
    response.flushHeaders()
    for (const piece of body) await write(response, piece)
    if (ending === 'end') response.end()
    if (ending === 'reset') request.socket.resetAndDestroy()
    if (ending === 'silence') silence.resolve()
  }

  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    follow(...answers) {
      script = answers
      calls = 0
      silence = Promise.withResolvers()
    },
    calls: () => calls,
    silence: () => silence.promise,
    cut: connections.cut,
    connections: connections.open,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => {
        server.close(resolve)
      })
    },
  }
}

/** Writes a piece and lets it go out before the next: small packets are not held back (`noDelay` is Node's default). */
const write = (response: ServerResponse, piece: string | Uint8Array): Promise<void> =>
  new Promise((resolve) => {
    response.write(piece, () => setImmediate(resolve))
  })

/** The text that is to be written: the section as it is, with a sentence in front, or all of the last message. */
async function readText(request: IncomingMessage): Promise<string> {
  const { messages } = JSON.parse(Buffer.concat(await request.toArray()).toString()) as {
    readonly messages: readonly { readonly content: string }[]
  }
  const content = messages.at(-1)?.content ?? ''
  const masked = /<section [^>]*>\n([\s\S]*)\n<\/section>/.exec(content)?.[1]?.replaceAll('<\\/', '</')
  return masked === undefined ? content : `This is the part that you asked for.\n\n${masked}`
}
