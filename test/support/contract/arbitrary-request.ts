import { friend } from './friend.ts'
import fc from 'fast-check'
import { generateSync } from 'json-schema-faker'
import { followReference, type DescribedCall, type OpenApi, type Schema } from './openapi.ts'

/** One request as a caller may send it, well or badly. */
export interface FuzzedRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array | undefined
}

/** Values that mean something here, by the name of the field, parameter or header that takes them; whole bodies by the name of the call. */
export type Known = Readonly<Record<string, readonly unknown[]>>

/** Texts that break what is careless. */
const hostileTexts = [
  '',
  ' ',
  '\u0000',
  'null',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; drop table users; --",
  '<script>alert(1)</script>',
  '[[slot:k1]]',
  '\ud800',
  '\u202e\u2066',
  'e\u0301'.repeat(200),
  'اردو',
  '🤖'.repeat(150),
  '%00%ff',
  '9'.repeat(400),
  'x'.repeat(4_000),
  '00000000-0000-0000-0000-000000000000',
  '---\n[\n---\n\nText.',
  `${'> '.repeat(2_000)}deep`,
]
const hostileText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 80 }))
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
  fc.constantFrom(null, true, 0, -1, 1e308, [], {}, [[]], { a: { b: [] } }, Array.from({ length: 600 }, String)),
)

/** The largest body that is read, and one byte more than that. */
const edges = [262_144, 262_145, 262_145]

/** Origins as browsers send them, and as browsers do not. */
const arbitraryOrigin = fc.oneof(
  fc.constantFrom(undefined, friend),
  fc.constantFrom('null', '*', `${friend}.evil.test`, `${friend}/`, friend.toUpperCase(), `${friend},${friend}`, ''),
  hostileText.map((text) => asHeader(text)),
)

/** What a browser asks before it sends a page's request to another origin; well, or with what no browser sends. */
export const arbitraryPreflight = (document: OpenApi, call: DescribedCall, known: Known): fc.Arbitrary<FuzzedRequest> =>
  fc
    .record({
      request: arbitraryRequest(document, call, known),
      origin: arbitraryOrigin,
      method: mostly(fc.constantFrom(call.method, 'GET', 'DELETE'), hostileText.map(asHeader)),
      asked: mostly(
        fc.constantFrom(
          'content-type',
          'authorization, x-user-id',
          'x-anything',
          '*',
          ',',
          'x'.repeat(6_000),
          undefined,
        ),
        hostileText.map(asHeader),
      ),
    })
    .map(({ request: { path }, origin, method, asked }) => ({
      method: 'OPTIONS',
      path,
      headers: {
        'access-control-request-method': method,
        ...(origin === undefined ? {} : { origin }),
        ...(asked === undefined ? {} : { 'access-control-request-headers': asked }),
      },
      body: undefined,
    }))

/** Requests for one call of the document: mostly right, nearly right, or made to break it. */
export function arbitraryRequest(document: OpenApi, call: DescribedCall, known: Known): fc.Arbitrary<FuzzedRequest> {
  const { operation, method, path } = call
  const parameters = (operation.parameters ?? []).map((one) => followReference(document.components.parameters, one))
  const schema = operation.requestBody?.content['application/json'].schema
  const values = parameters.map((parameter) =>
    fc.tuple(fc.constant(parameter), arbitraryText(parameter.schema, known[parameter.name])),
  )
  return fc
    .record({
      method: mostly(fc.constant(method), fc.constantFrom(...listOtherMethods(document, path))),
      values: fc.tuple(...values),
      body: schema
        ? arbitraryBody(document, { schema, bodies: known[call.name] }, known)
        : mostly(fc.constant(undefined), fc.constant('{}')),
      type: mostly(
        fc.constant('application/json'),
        fc.constantFrom('text/plain', 'application/json; charset=utf-8', 'multipart/form-data', undefined),
      ),
      origin: arbitraryOrigin,
      accept: fc.constantFrom('application/json', 'text/event-stream', '*/*', 'text/html'),
      authorization: operation.security
        ? fc.constantFrom(...(known['Authorization'] as string[]), undefined, 'Bearer', 'Bearer wrong', 'Basic eDp5')
        : fc.constant(undefined),
    })
    .map(({ values: chosen, body, type, accept, origin, authorization, ...request }) => {
      const of = (place: string) =>
        chosen.flatMap(([parameter, value]) =>
          parameter.in === place && value !== undefined ? [[parameter.name, value] as const] : [],
        )
      const query = new URLSearchParams(of('query').map(([name, value]) => [name, value.toWellFormed()]))
      const sendsBody = !['GET', 'HEAD'].includes(request.method)
      return {
        method: request.method,
        path: fillPath(path, Object.fromEntries(of('path'))) + (query.size > 0 ? `?${query}` : ''),
        headers: {
          accept,
          ...(origin === undefined ? {} : { origin }),
          ...(authorization === undefined ? {} : { authorization }),
          ...(sendsBody && body !== undefined && type !== undefined ? { 'content-type': type } : {}),
          ...Object.fromEntries(of('header').map(([name, value]) => [name, asHeader(value)])),
        },
        body: sendsBody ? body : undefined,
      }
    })
}

const listOtherMethods = ({ paths }: OpenApi, path: string): string[] =>
  ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
    (method) => !(method.toLowerCase() in (paths[path] ?? {})),
  )

const mostly = <Value, Other>(usual: fc.Arbitrary<Value>, other: fc.Arbitrary<Other>): fc.Arbitrary<Value | Other> =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other })

/** A path has as many parts as the document says: one that is empty, or means another folder, names another resource. */
const fillPath = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = (values[name] ?? '').slice(0, 1_000).toWellFormed()
    return encodeURIComponent(/^(\.{0,2}|create|me|preferences|transfer)$/.test(value) ? 'x' : value)
  })

/** What `fetch` sends as a header: visible Latin-1, without spaces around it. */
const asHeader = (value: string): string =>
  value
    .replaceAll(/[^\x20-\x7E\xA0-\xFF]/g, '?')
    .trim()
    .slice(0, 2_000)

const arbitraryText = (schema: Schema, known: readonly unknown[] = []): fc.Arbitrary<string | undefined> =>
  fc.oneof(
    ...(known.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...(known as string[])) }] : []),
    { weight: 2, arbitrary: arbitraryOf(schema).map(String) },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )

/** Values that fit a schema of the document. */
const arbitraryOf = (schema: Schema): fc.Arbitrary<unknown> =>
  fc.nat().map((seed) => {
    try {
      return generateSync(schema, { seed, maxItems: 4 })
    } catch {
      // Its choice of optional fields left it fewer than the schema wants.
      return generateSync(schema, { seed, maxItems: 4, alwaysFakeOptionals: true })
    }
  })

interface WantedBody {
  readonly schema: Schema
  /** Whole bodies that mean something. */
  readonly bodies: readonly unknown[] | undefined
}

function arbitraryBody(
  document: OpenApi,
  { schema, bodies = [] }: WantedBody,
  known: Known,
): fc.Arbitrary<string | Uint8Array | undefined> {
  const fitting = fc
    .tuple(arbitraryOf({ ...schema, components: document.components }), fc.infiniteStream(fc.nat()))
    .map(([value, numbers]) => withKnown(value as object, known, numbers))
  const nearly = fc
    .tuple(fitting, fc.nat(), hostileValue, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, place, hostile, change]) => changeField(value, place, hostile, change))
  const json = fc.oneof(
    ...bodies.map((body) => ({ weight: 1, arbitrary: fc.constant(body) })),
    { weight: 5, arbitrary: fitting },
    { weight: 4, arbitrary: nearly },
    { weight: 1, arbitrary: hostileValue },
  )
  return fc.oneof(
    { weight: 16, arbitrary: json.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileText },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    { weight: 2, arbitrary: fc.constantFrom(...edges).map((bytes) => JSON.stringify('x'.repeat(bytes - 2))) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

/** Fields whose names are known get values that mean something, two times out of three. */
function withKnown(value: object, known: Known, numbers: Iterator<number>): object {
  const next = (): number => numbers.next().value as number
  return Object.fromEntries(
    Object.entries(value).map(([name, given]) => {
      const values = known[name] ?? []
      return [name, values.length > 0 && next() % 3 > 0 ? values[next() % values.length] : given]
    }),
  )
}

function changeField(value: object, place: number, hostile: unknown, change: string): object {
  const names = Object.keys(value)
  const name = names[place % Math.max(1, names.length)] ?? 'field'
  if (change === 'add') return { ...value, [`more_${place % 3}`]: hostile }
  const { [name as keyof typeof value]: _, ...others } = value
  return change === 'remove' ? others : { ...others, [name]: hostile }
}
