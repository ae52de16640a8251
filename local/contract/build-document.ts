import type { JsonSchema } from '@valibot/to-json-schema'
import type { ApiCallName } from '../../lib/contract/index.ts'
import {
  bodyText,
  buildProblemResponse,
  groupProblems,
  problem,
  problemDetails,
  problemSchema,
} from './build-problems.ts'
import { buildSchemas, type Schemas } from './build-schemas.ts'
import { findExample } from './find-example.ts'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { buildParameters, framing, headers, lessonEvent, securitySchemes } from './shared-parts.ts'

const description = `Lessons, each rewritten for the learner who reads it: JSON over HTTP, and events while a lesson is written.

- A learner is known by a UUID that the caller draws at random, and nothing else.
- Every answer has the header \`X-Request-Id\`. Errors have one shape, \`Problem\`, and a closed list of codes.
- Every call may be repeated. What a second one does is said with each.
- Pages of the origins in the deployment’s \`ALLOWED_ORIGINS\` may call it (CORS), without credentials.
- A method that a path does not know is answered 405 with \`method-not-allowed\` and the header \`Allow\`.`

const tags = [
  { name: 'Learner', description: 'Someone who reads.' },
  { name: 'Profile', description: 'The six answers that lessons are adapted to.' },
  { name: 'Lesson', description: 'Lessons, rewritten.' },
  { name: 'Feedback', description: 'What a learner says of a rewrite.' },
  { name: 'Deployment', description: 'For monitors and the platform.' },
] as const satisfies readonly { name: Operation['tag']; description: string }[]

/** The description of the API (OpenAPI 3.1), built from the schemas that the endpoints use. */
export function buildDocument() {
  const schemas = buildSchemas()
  return {
    openapi: '3.1.1',
    info: { title: 'Palimpsest', version: '1', description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/', description: 'The deployment that serves this document.' }],
    tags,
    paths: buildPaths(),
    components: {
      schemas: { ...schemas, LessonEvent: lessonEvent, Problem: problem, ...problemDetails },
      parameters: buildParameters(findUserId(schemas)),
      headers,
      responses: { MethodNotAllowed: buildProblemResponse(405, ['method-not-allowed']) },
      securitySchemes,
    },
  }
}

function buildPaths(): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {}
  for (const [call, operation] of Object.entries(operations) as [ApiCallName, Operation][]) {
    const [method = '', path = ''] = call.split(' ')
    paths[path] = { ...paths[path], [method.toLowerCase()]: buildOperation(call, operation) }
  }
  return paths
}

function buildOperation(call: ApiCallName, operation: Operation) {
  const { id, tag, summary, text, deprecated, parameters, body, security } = operation
  const example = deprecated ? undefined : findExample(call)
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(text === '' ? {} : { description: text }),
    ...(deprecated && { deprecated }),
    ...(parameters && { parameters: parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })) }),
    ...(body !== undefined && {
      requestBody: {
        required: true,
        description: bodyText(body),
        content: { 'application/json': { schema: component(body) } },
      },
    }),
    ...(security && {
      security: [...(security.optional ? [{}] : []), ...security.schemes.map((scheme) => ({ [scheme]: [] }))],
    }),
    responses: buildResponses(operation),
    ...(example && { 'x-codeSamples': [{ lang: 'Shell', label: 'curl', source: example }] }),
  }
}

function buildResponses(operation: Operation): Record<number, object> {
  const responses: Record<number, object> = {}
  for (const [status, codes] of groupProblems(operation)) responses[status] = buildProblemResponse(status, codes)
  for (const [status, name] of Object.entries(operation.answers)) {
    const codes = groupProblems(operation).get(Number(status) as never)
    responses[Number(status)] = codes
      ? buildAnswer(operation, { anyOf: [component(name), problemSchema(codes)] })
      : buildAnswer(operation, component(name))
  }
  if (operation.empty !== undefined) responses[204] = buildEmptyAnswer(operation.empty)
  return responses
}

const everyAnswer = {
  'X-Request-Id': { $ref: '#/components/headers/XRequestId' },
  'Server-Timing': { $ref: '#/components/headers/ServerTiming' },
}

const buildEmptyAnswer = (text: string) => ({ description: text, headers: everyAnswer, content: {} })

const cachedForGood = { description: 'Kept for a year, as immutable.', required: true, schema: { type: 'string' } }

function buildAnswer({ summary, immutable, events, headers: own = {} }: Operation, schema: JsonSchema) {
  return {
    description: `${summary}: done.`,
    headers: {
      'X-Request-Id': { $ref: '#/components/headers/XRequestId' },
      ...(immutable
        ? { 'Cache-Control': cachedForGood }
        : { 'Server-Timing': { $ref: '#/components/headers/ServerTiming' } }),
      ...Object.fromEntries(
        Object.entries(own).map(([name, text]) => [
          name,
          { description: text, required: true, schema: { type: 'string' } },
        ]),
      ),
    },
    content: {
      'application/json': { schema },
      ...(events && {
        'text/event-stream': {
          schema: { type: 'string', description: framing },
          'x-item-schema': component('LessonEvent'),
        },
      }),
    },
  }
}

const component = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** The schema of a learner's id in request bodies. */
function findUserId({ NewLearner: newLearner }: Schemas): JsonSchema {
  const { description: _, ...schema } = (newLearner?.properties?.['user_id'] ?? {}) as JsonSchema
  return schema
}
