import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleepFor } from 'node:timers/promises'
import { demoModel } from '../../lib/llm/index.ts'
import { ApiError } from './api-error.ts'
import { buildChunks, buildCompletion, type ChatAnswer } from './chat-completion.ts'
import { buildUsage, createPromptCache, cutToTokens, countTokensRoughly } from './estimate-usage.ts'
import { parseChatRequest, type ChatRequest } from './parse-chat-request.ts'
import { readPrompt, UnreadablePromptError } from './read-prompt.ts'
import { writeAnswer } from './write-answer.ts'
import type { DemoTask } from './writing-task.ts'

/** One answered request, for the tests and for the terminal. */
export interface RequestLogEntry {
  readonly task: 'section' | 'note'
  /** The section's heading, or its id if it has none. */
  readonly section: string
  readonly language: string
  readonly repair: boolean
  readonly promptTokens: number
  readonly outputTokens: number
}

export interface DemoWriterOptions {
  /** 0 takes any free port. */
  readonly port?: number
  readonly tokensPerSecond?: number
  readonly firstTokenMs?: number
  readonly onRequest?: (entry: RequestLogEntry) => void
  /** Waits for a number of milliseconds. */
  readonly sleep?: (milliseconds: number) => Promise<unknown>
  /** Milliseconds since the epoch. */
  readonly now?: () => number
}

export interface DemoWriter {
  /** For `OPENAI_BASE_URL`: `http://127.0.0.1:…/v1`. */
  readonly baseUrl: string
  readonly requests: readonly RequestLogEntry[]
  close(): Promise<void>
}

interface Writer {
  readonly pace: {
    readonly tokensPerSecond: number
    readonly firstTokenMs: number
    readonly sleep: (milliseconds: number) => Promise<unknown>
  }
  readonly log: (entry: RequestLogEntry) => void
  readonly promptCache: { cachedTokens(prompt: string): number }
  readonly now: () => number
  nextId(): string
}

const bodyBytesMax = 1024 * 1024

/**
 * Starts the demo writer on 127.0.0.1: a server with OpenAI's chat completions API that answers the product's own
 * prompts by rules instead of a model. For trying the product without a key; never deployed.
 */
export async function startDemoWriter({
  port = 0,
  tokensPerSecond = 120,
  firstTokenMs = 300,
  onRequest,
  sleep = sleepFor,
  now = Date.now,
}: DemoWriterOptions = {}): Promise<DemoWriter> {
  const requests: RequestLogEntry[] = []
  let answered = 0
  const writer: Writer = {
    pace: { tokensPerSecond, firstTokenMs, sleep },
    promptCache: createPromptCache(),
    now,
    nextId: () => `chatcmpl-demo-${(answered += 1)}`,
    log(entry) {
      requests.push(entry)
      onRequest?.(entry)
    },
  }
  const server = createServer((request, response) => {
    handleRequest(writer, request, response).catch((error: unknown) => sendError(response, error))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve())
  })
  const address = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

async function handleRequest(writer: Writer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const route = `${request.method} ${path}`
  if (route === 'GET /v1/models') return sendJson(response, 200, { object: 'list', data: [modelCard] })
  if (route === `GET /v1/models/${demoModel}`) return sendJson(response, 200, modelCard)
  if (route !== 'POST /v1/chat/completions') {
    const known = path === '/v1/models' || path === '/v1/chat/completions'
    throw known
      ? new ApiError(405, `Not allowed to ${route}.`)
      : new ApiError(404, `Unknown request URL: ${route}.`, { code: 'unknown_url' })
  }
  const chat = parseChatRequest(await readBody(request))
  const answer = await writeChatAnswer(writer, chat)
  await writer.pace.sleep(writer.pace.firstTokenMs)
  if (chat.stream) return streamAnswer(writer, { chat, answer, response })
  sendJson(response, 200, buildCompletion(answer))
}

const modelCard = { id: demoModel, object: 'model', created: 0, owned_by: 'palimpsest' }

async function writeChatAnswer(writer: Writer, chat: ChatRequest): Promise<ChatAnswer> {
  const task = readTask(chat)
  const whole = await writeAnswer(task)
  const text = chat.outputTokensMax === null ? whole : cutToTokens(whole, chat.outputTokensMax)
  const prompt = JSON.stringify(chat.messages)
  const usage = {
    promptTokens: countTokensRoughly(prompt),
    outputTokens: countTokensRoughly(text),
    cachedTokens: writer.promptCache.cachedTokens(prompt),
  }
  writer.log({
    task: task.task,
    section: task.section.heading || task.section.id,
    language: task.reader['preferred_language'] ?? task.lesson.language,
    repair: task.repair,
    promptTokens: usage.promptTokens,
    outputTokens: usage.outputTokens,
  })
  return {
    id: writer.nextId(),
    created: Math.floor(writer.now() / 1000),
    text,
    finishReason: text === whole ? 'stop' : 'length',
    usage: buildUsage(usage),
  }
}

function readTask(chat: ChatRequest): DemoTask {
  try {
    return readPrompt(chat.messages)
  } catch (error) {
    if (error instanceof UnreadablePromptError) throw new ApiError(400, error.message, { param: 'messages' })
    throw error
  }
}

/** Sends the answer word by word; stops if the client has left. */
async function streamAnswer(
  { pace }: Writer,
  { chat, answer, response }: { chat: ChatRequest; answer: ChatAnswer; response: ServerResponse },
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
  for (const { word, chunk } of buildChunks(answer, chat)) {
    if (word) await pace.sleep((countTokensRoughly(word) / pace.tokensPerSecond) * 1000)
    if (response.destroyed) return
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
  }
  response.end('data: [DONE]\n\n')
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    const part = Buffer.from(chunk)
    bytes += part.length
    if (bytes > bodyBytesMax) throw new ApiError(413, `Send at most ${bodyBytesMax} bytes.`)
    chunks.push(part)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.destroyed) return
  if (response.headersSent) return void response.destroy()
  const answer = error instanceof ApiError ? error : new ApiError(500, 'The demo writer failed on this prompt.')
  sendJson(response, answer.status, answer.body)
}
