import { Agent, request as send, type IncomingHttpHeaders } from 'node:http'

export interface LoadCall {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface LoadOptions {
  readonly requests: number
  /** Requests at a time, each on its own keep-alive connection. */
  readonly connections: number
}

export interface LoadResult {
  /** Milliseconds of each request, to the last byte of its answer. */
  readonly latencies: readonly number[]
  readonly perSecond: number
  readonly headers: readonly IncomingHttpHeaders[]
}

/** Sends the same call so many times. Throws at the first answer that is not 200. */
export async function loadServer(call: LoadCall, { requests, connections }: LoadOptions): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const headers: IncomingHttpHeaders[] = []
  let left = requests
  const began = performance.now()
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const sent = performance.now()
      headers.push(await answerOf(call, agent))
      latencies.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  agent.destroy()
  return { latencies, perSecond: (1_000 * requests) / (performance.now() - began), headers }
}

function answerOf({ method, url, headers = {}, body }: LoadCall, agent: Agent): Promise<IncomingHttpHeaders> {
  return new Promise((resolve, reject) => {
    const sending = send(url, { method, agent, headers }, (answer) => {
      answer.resume().once('end', () => {
        if (answer.statusCode === 200) resolve(answer.headers)
        else reject(new Error(`Got ${answer.statusCode} from ${method} ${url}`))
      })
    })
    sending.once('error', reject)
    sending.end(body)
  })
}
