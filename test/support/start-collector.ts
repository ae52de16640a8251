import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen } from '../../local/listen.ts'

/** A span as OTLP's JSON has it. */
export interface ReceivedSpan {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly kind: number
  readonly attributes: readonly { readonly key: string; readonly value: AttributeValue }[]
  readonly events: readonly unknown[]
  readonly status: { readonly code: number; readonly message?: string }
}

/** One of the kinds of value. */
type AttributeValue = Readonly<Record<string, unknown>>

interface ReceivedBatch {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** A receiver of OTLP over HTTP. */
export interface Collector {
  readonly url: string
  readonly batches: readonly ReceivedBatch[]
  /** What it does with a batch instead of taking it. */
  answer: ((response: ServerResponse) => void) | undefined
  /** Forgets what came. */
  forget(): unknown
  /** All spans of the batches that came as JSON. */
  spans(): ReceivedSpan[]
  /** Waits for the span of a request, which is the last of its trace; gives the whole trace. */
  trace(isRequest: (span: ReceivedSpan) => boolean): Promise<ReceivedSpan[]>
  close(): Promise<void>
}

export async function startCollector(): Promise<Collector> {
  const batches: ReceivedBatch[] = []
  let notify = (): void => {}
  const server = createServer((request, response) => {
    void receive(request, response)
  })
  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = Buffer.concat((await request.toArray()) as Buffer[]).toString()
    batches.push({ path: request.url ?? '', headers: request.headers, text })
    if (collector.answer) collector.answer(response)
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    notify()
  }
  const { url, close } = await listen(server, { port: 0 })
  const collector: Collector = {
    url,
    batches,
    answer: undefined,
    forget: () => batches.splice(0),
    spans: () => batches.flatMap(readSpans),
    async trace(isRequest) {
      for (;;) {
        const request = collector.spans().find(isRequest)
        if (request) return collector.spans().filter(({ traceId }) => traceId === request.traceId)
        await new Promise<void>((resolve) => {
          notify = resolve
        })
      }
    },
    close,
  }
  return collector
}

function readSpans({ headers, text }: ReceivedBatch): ReceivedSpan[] {
  if (headers['content-type'] !== 'application/json') return []
  const { resourceSpans } = JSON.parse(text) as { resourceSpans: { scopeSpans: { spans: ReceivedSpan[] }[] }[] }
  return resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
}

/** The value of an attribute, whatever kind it is of. */
export function valueOf({ attributes }: ReceivedSpan, wanted: string): unknown {
  const found = attributes.find(({ key }) => key === wanted)
  return found && Object.values(found.value)[0]
}
