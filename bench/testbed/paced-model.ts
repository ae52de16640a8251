import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { buildUsage, createPromptCache, countTokensRoughly } from '../../local/demo-writer/estimate-usage.ts'
import { listen } from '../../local/listen.ts'
import { createRandom } from '../../test/support/random.ts'
import type { Pace, Tally } from './pace.ts'

/** What a call asks for, as far as the model reads it. */
interface Call {
  readonly stream: boolean
  readonly messages: readonly { readonly role: string; readonly content: string }[]
}

/** As OpenAI's: about so many characters a token. */
const charactersPerToken = 4

/**
 * An OpenAI-compatible server that gives every section back as its author wrote it, at a set pace: the first token after
 * a set time, then so many a second, however many calls there are. `GET /v1/tally` reports the calls so far.
 */
export async function startPacedModel(pace: Pace): Promise<{ url: string; close(): Promise<void> }> {
  const tally: Tally = { calls: 0, failures: 0, largest: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0 }
  const promptCache = createPromptCache()
  const random = createRandom(1)
  const server = createServer((request, response) => {
    // Whoever asked may have left.
    response.on('error', () => {})
    if (request.url === '/v1/tally') response.end(JSON.stringify(tally))
    else void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now()
    const call = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Call
    if (pace.failsOneOf !== undefined && random.below(pace.failsOneOf) === 0) {
      tally.failures += 1
      response.writeHead(500, { 'content-type': 'application/json' }).end('{"error":{"message":"simulated failure"}}')
      return
    }
    const prompt = call.messages.map(({ content }) => content).join('\n')
    const text = writeText(prompt)
    const [promptTokens, outputTokens] = [countTokensRoughly(prompt), countTokensRoughly(text)]
    const cachedTokens = promptCache.cachedTokens(prompt)
    tally.calls += 1
    tally.inputTokens += promptTokens
    tally.cachedTokens += cachedTokens
    tally.outputTokens += outputTokens
    tally.largest = Math.max(tally.largest, promptTokens + outputTokens)
    const usage = buildUsage({ promptTokens, outputTokens, cachedTokens })
    const millisecondsAToken =
      pace.callMs === undefined ? 1000 / pace.tokensPerSecond : (pace.callMs - pace.firstTokenMs) / outputTokens
    const due = (tokens: number): number => began + pace.firstTokenMs + tokens * millisecondsAToken
    if (call.stream) await streamText(response, { text, usage, pace, due })
    else await sendWhole(response, { text, usage, due })
  }

  const { url, close } = await listen(server, { graceMs: 0 })
  return { url: `${url}/v1`, close }
}

const note = 'This lesson matters to you because it shows how the parts of a robot work together, step by step.'

function writeText(prompt: string): string {
  if (prompt.includes('<section id="for-you"')) return note
  const asked = /<(?:section id=|whole-lesson)[^>]*>\n([\s\S]*)\n<\/(?:section|whole-lesson)>/.exec(prompt)
  return (asked?.[1] ?? note).replaceAll('<\\/', '</')
}

interface Paced {
  readonly text: string
  readonly usage: object
  /** When so many tokens have been written, on the process's clock. */
  readonly due: (tokens: number) => number
}

/** Sends each piece when it is due: a piece that comes late makes no later one late. */
async function streamText(
  response: ServerResponse,
  { text, usage, pace, due }: Paced & { readonly pace: Pace },
): Promise<void> {
  const send = (choices: readonly object[], more: object = {}): unknown =>
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'paced', choices, ...more })}\n\n`,
    )
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const pieceLength = pace.tokensAPiece * charactersPerToken
  for (let at = 0; at < text.length; at += pieceLength) {
    await waitUntil(due(at / charactersPerToken))
    if (response.destroyed) return
    send([{ index: 0, delta: { role: 'assistant', content: text.slice(at, at + pieceLength) }, finish_reason: null }])
  }
  await waitUntil(due(text.length / charactersPerToken))
  send([{ index: 0, delta: {}, finish_reason: 'stop' }])
  send([], { usage })
  response.end('data: [DONE]\n\n')
}

async function sendWhole(response: ServerResponse, { text, usage, due }: Paced): Promise<void> {
  await waitUntil(due(text.length / charactersPerToken))
  const choice = { index: 0, message: { role: 'assistant', content: text, refusal: null }, finish_reason: 'stop' }
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(
    JSON.stringify({ id: 'c', object: 'chat.completion', created: 0, model: 'paced', choices: [choice], usage }),
  )
}

async function waitUntil(time: number): Promise<void> {
  const left = time - performance.now()
  if (left > 0) await setTimeout(left)
}
