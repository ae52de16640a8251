import type { ModelCall } from './model-call.ts'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { listen } from '../../local/listen.ts'
import { scripts } from './model-scripts.ts'

export interface ScriptedModel {
  readonly baseUrl: string
  /** How many calls have not got their whole answer, and wait for it. */
  openCalls(): number
  close(): Promise<void>
}

/**
 * An OpenAI-compatible server that writes by script. The model's name chooses the script: `echo`, or `echo:anything`
 * where a test wants a recipe (and so a cache) of its own. It keeps every call, to be asked for with
 * `GET {baseUrl}/calls?model=…`.
 */
export async function startScriptedModel(): Promise<ScriptedModel> {
  const calls: ModelCall[] = []
  const open = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    open.add(response)
    response.once('close', () => open.delete(response))
    void answer(request, response, calls)
  })
  const { url, close } = await listen(server, { port: 0 })
  return { baseUrl: `${url}/v1`, openCalls: () => open.size, close }
}

async function answer(request: IncomingMessage, response: ServerResponse, calls: ModelCall[]): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (url.pathname === '/v1/models') return sendJson(response, 200, { object: 'list', data: [] })
  if (url.pathname === '/v1/calls')
    return sendJson(
      response,
      200,
      calls.filter(({ model }) => model === url.searchParams.get('model')),
    )
  if (url.pathname !== '/v1/chat/completions') return sendJson(response, 404, { error: { message: 'no such path' } })
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as Pick<ModelCall, 'model' | 'messages'>
  const first = body.messages.find(({ role }) => role === 'user')?.content ?? ''
  const call: ModelCall = {
    model: body.model,
    messages: body.messages,
    section: /<section id="([^"]*)"/.exec(first)?.[1] ?? '',
    repair: body.messages.some(({ role }) => role === 'assistant'),
  }
  calls.push(call)
  const script = scripts[body.model.split(':')[0] ?? '']
  if (!script) return sendJson(response, 404, { error: { message: 'no such model', type: 'invalid_request_error' } })
  const { status = 200, text = '', finish = 'stop', pause = 0 } = script(call, readMasked(first))
  if (status !== 200)
    return sendJson(response, status, { error: { message: 'scripted failure', type: 'server_error' } })
  await streamText(response, { text, finish, pause, model: body.model })
}

const readMasked = (request: string): string =>
  /<section [^>]*>\n([\s\S]*)\n<\/section>/.exec(request)?.[1]?.replaceAll('<\\/', '</') ?? ''

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

interface StreamedText {
  readonly text: string
  readonly finish: string
  readonly pause: number
  readonly model: string
}

async function streamText(response: ServerResponse, { text, finish, pause, model }: StreamedText): Promise<void> {
  const chunk = (choices: unknown[], usage?: unknown): string =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model, choices, usage })}\n\n`
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  for (const piece of text.match(/[\s\S]{1,40}/g) ?? []) {
    if (pause > 0) await setTimeout(pause)
    response.write(chunk([{ index: 0, delta: { role: 'assistant', content: piece }, finish_reason: null }]))
  }
  response.write(chunk([{ index: 0, delta: {}, finish_reason: finish }]))
  response.write(
    chunk([], {
      prompt_tokens: 100,
      completion_tokens: 50,
      total_tokens: 150,
      prompt_tokens_details: { cached_tokens: 20 },
    }),
  )
  response.end('data: [DONE]\n\n')
}
