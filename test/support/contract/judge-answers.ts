import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { createParser } from 'eventsource-parser'
import { followReference, type Answer, type DescribedCall, type Header, type OpenApi, type Schema } from './openapi.ts'

/** Holds a real answer against what the document says of it; throws with what does not fit. */
export type Judge = (
  call: Pick<DescribedCall, 'name' | 'operation'>,
  method: string,
  response: Response,
) => Promise<void>

/**
 * Makes a judge of answers: their status, media type, headers and body must be those that the document describes, and an
 * object may have no field that it does not name.
 */
export function createJudge(document: OpenApi): Judge {
  const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addVocabulary(['components', 'paths', 'info', 'openapi', 'servers', 'tags', 'x-item-schema'])
  ajv.addSchema({ $id: 'contract', ...closeObjects(document) }, 'contract')
  const compiled = new Map<string, ValidateFunction>()
  const compile = (schema: Schema): ValidateFunction => {
    const name = JSON.stringify(schema)
    const known = compiled.get(name) ?? ajv.compile(rebase(schema))
    compiled.set(name, known)
    return known
  }
  const check = (schema: Schema, value: unknown, what: string): void => {
    const validate = compile(schema)
    if (validate(value)) return
    throw new Error(`${what} is not as described: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`)
  }

  return async ({ name, operation }, method, response) => {
    const asked = name.split(' ')[0] === method
    const answer = asked ? operation.responses[response.status] : document.components.responses['MethodNotAllowed']
    const body = await response.text()
    if (!answer || (!asked && response.status !== 405))
      throw new Error(`${name} by ${method} answered ${response.status}, which is not described: ${body}`)
    checkHeaders(document, answer, response, check)
    if (response.status === 204 && body === '') return
    const type = response.headers.get('content-type')?.split(';')[0] ?? ''
    const content = answer.content[type]
    if (!content) throw new Error(`${name} answered ${response.status} as "${type}", which is not described`)
    const item = content['x-item-schema']
    if (!item) return check(content.schema, JSON.parse(body), `${name} ${response.status}`)
    for (const event of readAll(body)) check(item, event, `${name}: an event`)
  }
}

type Check = (schema: Schema, value: unknown, what: string) => void

function checkHeaders({ components }: OpenApi, answer: Answer, response: Response, check: Check): void {
  for (const [name, described] of Object.entries(answer.headers)) {
    const { required, schema }: Header =
      '$ref' in described ? followReference(components.headers, described) : described
    const value = response.headers.get(name)
    if (value === null && required) throw new Error(`${response.status}: the header ${name} is missing`)
    if (value !== null) check(schema, schema['type'] === 'integer' ? Number(value) : value, `the header ${name}`)
  }
}

function readAll(body: string): { event: string; data: unknown }[] {
  const events: { event: string; data: unknown }[] = []
  const parser = createParser({
    onEvent: ({ event = 'message', data }) => events.push({ event, data: JSON.parse(data) }),
  })
  parser.feed(body)
  if (!['lesson-end', 'error'].includes(events.at(-1)?.event ?? '')) throw new Error(`The stream was cut off: ${body}`)
  return events
}

/** References into the document become references into what the validator knows it by. */
const rebase = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"contract#/components/')) as Schema

/** A client must bear new fields; a test must not: what an answer has more than its description would be missing there. */
function closeObjects<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(closeObjects) as Part
  if (typeof part !== 'object' || part === null) return part
  const closed = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closeObjects(value)]))
  return (
    closed['type'] === 'object' && closed['properties'] ? { additionalProperties: false, ...closed } : closed
  ) as Part
}
