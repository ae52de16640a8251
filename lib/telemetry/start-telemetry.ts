import { OpenTelemetry } from '@ai-sdk/otel'
import {
  context,
  propagation,
  ProxyTracerProvider,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type TextMapGetter,
} from '@opentelemetry/api'
import { registerOTel } from '@vercel/otel'
import { registerTelemetry } from 'ai'
import type { LogEntry } from '../errors/index.ts'
import { buildAttributes, factsOfLine } from './build-attributes.ts'
import { collectFailures } from './collect-failures.ts'
import type { Telemetry } from './telemetry.ts'
import { withoutTexts } from './without-texts.ts'

export interface TelemetryServices {
  /** Keeps the function alive until the work is done. */
  readonly waitUntil: (work: Promise<unknown>) => void
  readonly log: (entry: LogEntry) => void
}

/**
 * Registers the packages that collect spans and send them by OTLP, once per process; they read the environment
 * (`OTEL_…`) themselves. They make the spans of model calls and of `fetch`; ours are the request's and those of its
 * parts.
 */
export function startTelemetry({ waitUntil, log }: TelemetryServices): Telemetry {
  const failures = collectFailures()
  registerOTel({
    serviceName: 'palimpsest',
    spanProcessors: [withoutTexts, 'auto'],
    // By default it would record these request headers.
    attributesFromHeaders: () => ({ 'http.user_agent': undefined, 'http.referer': undefined }),
  })
  registerTelemetry(new OpenTelemetry())
  const tracer = trace.getTracer('palimpsest')
  return {
    followRequest({ method, headers, url }, route) {
      const { pathname, protocol } = new URL(url)
      const attributes = { 'url.path': pathname, 'url.scheme': protocol.slice(0, -1) }
      const caller = propagation.extract(ROOT_CONTEXT, headers, headersGetter)
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, caller)
      return {
        run: (work) => context.with(trace.setSpan(caller, span), work),
        end(line) {
          span.setAttributes(buildAttributes(factsOfLine(line)))
          if (Number(line['status']) >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
          span.end()
          waitUntil(flush().then(() => failures.writeTo(log)))
        },
      }
    },
    inSpan: (name, work, describe) =>
      tracer.startActiveSpan(name, async (span) => {
        try {
          const result = await work()
          span.setAttributes(buildAttributes(describe(result)))
          return result
        } finally {
          span.end()
        }
      }),
  }
}

const headersGetter: TextMapGetter<Headers> = {
  get: (headers, name) => headers.get(name) ?? undefined,
  keys: (headers) => [...headers.keys()],
}

/** Sends the collected spans: by itself the package sends only every few seconds, when a function may be suspended. */
async function flush(): Promise<void> {
  const provider = trace.getTracerProvider()
  const registered = provider instanceof ProxyTracerProvider ? provider.getDelegate() : provider
  // A failure is reported to the collector of failures already.
  if ('forceFlush' in registered && typeof registered.forceFlush === 'function')
    await Promise.allSettled([registered.forceFlush()])
}
