import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../../local/listen.ts'
import type { Gate } from './create-gate.ts'

/** A model that stops in the middle of its texts where the test wants it to, and never writes the same text twice. */
export interface HeldModel {
  readonly baseUrl: string
  /** The section of each call, in the order in which they came. */
  readonly calls: string[]
  /** Where a call for a section stops after its first blocks. */
  hold: (section: string) => Gate | undefined
  close(): Promise<void>
}

const colours = ['amber', 'azure', 'brown', 'coral', 'green', 'ivory', 'lilac', 'olive', 'white', 'yellow']

export async function startHeldModel(): Promise<HeldModel> {
  const calls: string[] = []
  let texts = 0
  const server = createServer((request, response) => {
    // Whoever asked may have been killed.
    response.on('error', () => {})
    if (request.method === 'GET') {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ object: 'list', data: [{ id: 'gpt-5-mini' }] }))
      return
    }
    void readCall(request).then(({ section, masked }) => {
      const colour = colours[texts++ % colours.length] ?? ''
      calls.push(section)
      return write(response, textOf(section, { masked, colour }), model.hold(section))
    })
  })
  const { url, close } = await listen(server)
  const model: HeldModel = { baseUrl: `${url}/v1`, calls, hold: () => undefined, close }
  return model
}

async function readCall(request: IncomingMessage): Promise<{ section: string; masked: string }> {
  const body = JSON.parse(Buffer.concat(await request.toArray()).toString()) as {
    messages: { role: string; content: string }[]
  }
  const asked = body.messages.find(({ role }) => role === 'user')?.content ?? ''
  const [, section = '', masked = ''] = /<section id="([^"]*)"[^>]*>\n([\s\S]*)\n<\/section>/.exec(asked) ?? []
  return { section, masked: masked.replaceAll('<\\/', '</') }
}

function textOf(section: string, { masked, colour }: { readonly masked: string; readonly colour: string }): string {
  return section === 'for-you'
    ? `This lesson matters to you because it shows how the parts of a robot work together, even the ${colour} ones.`
    : `This is the part that was asked for, on ${colour} paper.\n\n${masked}`
}

async function write(response: ServerResponse, text: string, gate: Gate | undefined): Promise<void> {
  const send = (choices: unknown[], usage?: unknown): unknown =>
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'held', choices, usage })}\n\n`,
    )
  const sendText = (content: string): unknown =>
    send([{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }])
  // As far as into the third block: the first one is whole by then.
  const held = text.split('\n\n', 2).join('\n\n').length + 3
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  sendText(text.slice(0, held))
  await gate?.pass()
  sendText(text.slice(held))
  send([{ index: 0, delta: {}, finish_reason: 'stop' }])
  send([], { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 })
  response.end('data: [DONE]\n\n')
}
