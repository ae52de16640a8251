import { describeError } from '../http/describe-error.ts'
import type { LogEntry } from '../http/endpoint.ts'

/** Where spans go, by OTLP over HTTP. */
export interface TelemetrySettings {
  /** The receiver's address, without `/v1/traces`. */
  readonly endpoint: string
  /** What lets us in there: never logged. */
  readonly headers: Readonly<Record<string, string>>
}

/** Something that took its time, in milliseconds since the epoch. */
export interface Span {
  readonly name: string
  readonly began: number
  readonly ended: number
  readonly failed?: boolean
  readonly attributes?: Attributes
}

type Attributes = Readonly<Record<string, unknown>>

/** The spans of one request, which is a trace of its own. */
export interface RequestSpans {
  readonly add: (span: Span) => void
  /** Sends all of them below the request's own span, which its line in the log describes. Never throws. */
  readonly send: (line: LogEntry) => Promise<void>
}

interface SpanDeps {
  readonly now: () => number
  readonly randomBytes: (count: number) => Uint8Array
  readonly fetch: typeof fetch
  readonly log: (entry: LogEntry) => void
}

/** How long the receiver may take, in milliseconds: nobody waits for it, but the function stays awake. */
const sendMillisecondsMax = 5_000
/** OTLP's numbers for kinds and states of spans. */
const [server, client, failed] = [2, 3, 2]

export function createSpans({ endpoint, headers }: TelemetrySettings, deps: SpanDeps): RequestSpans {
  const draw = (bytes: number): string =>
    [...deps.randomBytes(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const began = deps.now()
  const [traceId, rootId] = [draw(16), draw(8)]
  const spans: unknown[] = []
  return {
    add: (span) => spans.push({ ...write(span), traceId, spanId: draw(8), parentSpanId: rootId, kind: client }),
    async send({ level: _level, event: _event, ...line }) {
      const name = `${String(line['method'])} ${String(line['route'])}`
      const attributes = nameAttributes(line)
      const root = { name, began, ended: deps.now(), failed: Number(line['status']) >= 500, attributes }
      spans.push({ ...write(root), traceId, spanId: rootId, kind: server })
      try {
        const { ok, status, body } = await deps.fetch(`${endpoint}/v1/traces`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(wrap(spans)),
          signal: AbortSignal.timeout(sendMillisecondsMax),
        })
        await body?.cancel()
        if (!ok) deps.log({ level: 'info', event: 'spans-not-sent', status })
      } catch (error) {
        deps.log({ level: 'info', event: 'spans-not-sent', ...describeError(error) })
      }
    },
  }
}

/** OpenTelemetry's own names where it has one (semantic conventions, HTTP), ours for the rest. */
const ownNames: Readonly<Record<string, string>> = {
  method: 'http.request.method',
  route: 'http.route',
  status: 'http.response.status_code',
  error: 'error.type',
}

const nameAttributes = (line: Attributes): Attributes =>
  Object.fromEntries(Object.entries(line).map(([name, value]) => [ownNames[name] ?? `palimpsest.${name}`, value]))

/** A span as OTLP's JSON has it (opentelemetry-proto, trace.proto): times in nanoseconds, as texts. */
const write = ({ name, began, ended, failed: broke = false, attributes = {} }: Span) => ({
  name,
  startTimeUnixNano: nanoseconds(began),
  endTimeUnixNano: nanoseconds(ended),
  attributes: Object.entries(attributes).flatMap(([key, value]) => writeAttribute(key, value)),
  ...(broke ? { status: { code: failed } } : {}),
})

const nanoseconds = (milliseconds: number): string => String(BigInt(Math.round(milliseconds * 1_000)) * 1_000n)

function writeAttribute(key: string, value: unknown): { key: string; value: Attributes }[] {
  if (typeof value === 'string') return [{ key, value: { stringValue: value } }]
  if (Number.isSafeInteger(value)) return [{ key, value: { intValue: String(value) } }]
  if (typeof value === 'number') return [{ key, value: { doubleValue: value } }]
  return []
}

const wrap = (spans: readonly unknown[]) => ({
  resourceSpans: [
    {
      resource: { attributes: writeAttribute('service.name', 'palimpsest') },
      scopeSpans: [{ scope: { name: 'palimpsest' }, spans }],
    },
  ],
})
