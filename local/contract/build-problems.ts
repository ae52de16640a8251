import type { JsonSchema } from '@valibot/to-json-schema'
import { bodyBytesMax, issuesMax, lessonBodyBytesMax } from '../../lib/http/index.ts'
import { type ProblemCode, problemStatus } from '../../lib/errors/index.ts'
import { keyScopes } from '../../lib/contract/index.ts'
import { defaultLimits, type Limit } from '../../lib/quota/index.ts'
import type { Operation, ParameterName } from './operation.ts'
import { problemWords } from './problem-words.ts'

const parameterProblems: Readonly<Record<ParameterName, readonly ProblemCode[]>> = {
  LearnerHeader: ['missing-user-id', 'invalid-user-id'],
  UserIdPath: ['invalid-user-id'],
  VersionKeyPath: [],
  FormQuery: ['invalid-request'],
  MissingQuery: ['invalid-request'],
  DaysQuery: ['invalid-request'],
}
const bodyProblems: readonly ProblemCode[] = [
  'invalid-json',
  'invalid-request',
  'body-too-large',
  'unsupported-media-type',
]

/** Every error code of a call, by status. */
export function groupProblems({ parameters = [], body, problems, withoutDatabase }: Operation) {
  const codes: readonly ProblemCode[] = [
    ...parameters.flatMap((name) => parameterProblems[name]),
    ...(body === undefined ? [] : bodyProblems),
    ...problems,
    'internal-error',
    'not-configured',
    ...(withoutDatabase ? [] : (['database-unavailable'] as const)),
  ]
  return Map.groupBy(new Set(codes), (code) => problemStatus[code])
}

/** The response to a refused call, with its possible codes and a sentence for each. */
export function buildProblemResponse(status: number, codes: readonly ProblemCode[]) {
  return {
    description: codes.map((code) => `\`${code}\`: ${problemWords[code]}`).join('\n\n'),
    headers: {
      'X-Request-Id': reference('XRequestId'),
      'Server-Timing': reference('ServerTiming'),
      ...headersOf(status, codes),
    },
    content: { 'application/json': { schema: problemSchema(codes) } },
  }
}

export const problemSchema = (codes: readonly ProblemCode[]): JsonSchema => ({
  allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { error: { enum: [...codes] } } }],
})

const reference = (name: string) => ({ $ref: `#/components/headers/${name}` })

function headersOf(status: number, codes: readonly ProblemCode[]): object {
  if (status === 401 || codes.includes('missing-scope')) return { 'WWW-Authenticate': reference('WwwAuthenticate') }
  if (status === 405) return { Allow: reference('Allow') }
  if (status === 429 || codes.includes('database-unavailable')) return { 'Retry-After': reference('RetryAfter') }
  return {}
}

/** The one JSON shape of every error. */
export const problem: JsonSchema = {
  type: 'object',
  description: 'The one shape of every error. Decide by `error`; `message` is for people and may change.',
  properties: {
    error: { description: 'What happened: a closed list.', enum: Object.keys(problemStatus) },
    message: { description: 'The same in words.', type: 'string' },
    detail: {
      description: 'More, for some codes; always an object.',
      anyOf: [
        { $ref: '#/components/schemas/InputIssues' },
        { $ref: '#/components/schemas/ReachedLimit' },
        { $ref: '#/components/schemas/MissingScope' },
        { $ref: '#/components/schemas/MissingSettings' },
      ],
    },
    request_id: {
      description: 'The same as the header `X-Request-Id`; quote it in reports.',
      type: 'string',
      format: 'uuid',
    },
  },
  required: ['error', 'message', 'request_id'],
}

const limitNames: Limit['name'][] = [
  ...(Object.keys(defaultLimits) as (keyof typeof defaultLimits)[]),
  'KEY_DAILY_REQUESTS',
  'KEY_DAILY_TOKENS',
]

/** The contents of `detail`, by code. */
export const problemDetails: Readonly<Record<string, JsonSchema>> = {
  InputIssues: {
    description: 'With `invalid-request`: what is wrong.',
    type: 'object',
    properties: {
      fields: {
        description: `Each wrong field, the first ${issuesMax} of them.`,
        type: 'array',
        minItems: 1,
        maxItems: issuesMax,
        items: { $ref: '#/components/schemas/InputIssue' },
      },
    },
    required: ['fields'],
  },
  InputIssue: {
    description: 'One thing wrong with a request.',
    type: 'object',
    properties: {
      field: { description: 'Path of the field; empty for the body itself.', type: 'string' },
      message: { description: 'What was sent, and what is wanted.', type: 'string' },
    },
    required: ['field', 'message'],
  },
  ReachedLimit: {
    description: 'With `too-many-requests` and `budget-reached`: which limit of the day is reached.',
    type: 'object',
    properties: {
      limit: { description: 'The setting that holds it.', enum: limitNames },
      value: { description: 'How much it allows in a day.', type: 'integer' },
    },
    required: ['limit', 'value'],
  },
  MissingScope: {
    description: 'With `missing-scope`: which scope is missing.',
    type: 'object',
    properties: { scope: { description: 'The scope.', enum: [...keyScopes] } },
    required: ['scope'],
  },
  MissingSettings: {
    description: 'With `not-configured`: what the deployment lacks.',
    type: 'object',
    properties: {
      settings: {
        description: 'Each setting with what is wanted of it.',
        type: 'array',
        minItems: 1,
        items: { type: 'string' },
      },
    },
    required: ['settings'],
  },
}

/** The description of every request body. */
export const bodyText = (schema: string): string => {
  const max = schema === 'LessonRequest' ? lessonBodyBytesMax : bodyBytesMax
  return `JSON, at most ${max.toLocaleString('en')} bytes. Unknown fields are refused.`
}
