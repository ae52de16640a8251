import { SpanStatusCode } from '@opentelemetry/api'
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { expect, test } from 'vitest'
import { withoutTexts } from './without-texts.ts'

const exporter = new InMemorySpanExporter()
const provider = new BasicTracerProvider({ spanProcessors: [withoutTexts, new SimpleSpanProcessor(exporter)] })
const tracer = provider.getTracer('test')

test('a failure is exported by its type, without message or stack', () => {
  exporter.reset()
  const span = tracer.startSpan('fetch')
  span.recordException(new TypeError('The key sk-secret is not known'))
  span.setStatus({ code: SpanStatusCode.ERROR, message: 'The key sk-secret is not known' })
  span.end()
  const [sent] = exporter.getFinishedSpans()
  expect(sent).toMatchObject({ status: { code: 2 }, events: [], attributes: { 'error.type': 'TypeError' } })
  expect(sent?.status).not.toHaveProperty('message')
})

test('a type that is no name is left out, and one that is set already stays', () => {
  exporter.reset()
  const [strange, known] = [tracer.startSpan('strange'), tracer.startSpan('known')]
  strange.recordException({ name: 'no such key: sk-secret', message: '' })
  known.setAttribute('error.type', '429')
  known.recordException(new TypeError('no'))
  strange.end()
  known.end()
  expect(exporter.getFinishedSpans().map(({ attributes }) => attributes)).toEqual([{}, { 'error.type': '429' }])
})

test('an address loses what may be secret in it, and a fetch is named by its method unless it has a name', () => {
  exporter.reset()
  const attributes = { 'http.method': 'POST', 'http.url': 'https://a:b@db.test/sql?key=secret#x' }
  for (const name of [`fetch POST ${attributes['http.url']}`, 'postgresql'])
    tracer.startSpan(name, { attributes }).end()
  const sent = exporter.getFinishedSpans()
  expect(sent.map(({ name }) => name)).toEqual(['POST', 'postgresql'])
  for (const span of sent) expect(span.attributes['http.url']).toBe('https://db.test/sql')
})
