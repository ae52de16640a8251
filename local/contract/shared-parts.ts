import type { JsonSchema } from '@valibot/to-json-schema'
import { forms, insightDaysMax, type WireEvents } from '../../lib/contract/index.ts'
import type { ParameterName } from './operation.ts'

interface Parameter {
  readonly name: string
  readonly in: 'header' | 'path' | 'query'
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: string
}

const exampleId = '3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e'

/** Parameters of calls besides a body; `userId` is the schema of a learner's id. */
export const buildParameters = (userId: JsonSchema): Readonly<Record<ParameterName, Parameter>> => ({
  LearnerHeader: {
    name: 'X-User-ID',
    in: 'header',
    required: true,
    description:
      "The learner's id, a UUID of any version but Nil and Max. Whoever knows it can read, change and erase that profile.",
    schema: userId,
    example: exampleId,
  },
  UserIdPath: {
    name: 'user_id',
    in: 'path',
    required: true,
    description: "The learner's id, a UUID.",
    schema: userId,
    example: exampleId,
  },
  VersionKeyPath: {
    name: 'key',
    in: 'path',
    required: true,
    description: 'The `key` of `lesson-start`, or of `lesson` in the JSON answer.',
    schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
  FormQuery: {
    name: 'form',
    in: 'query',
    required: false,
    description: '`markdown`: complete Markdown. `slots`: code, formulas and links stay placeholders.',
    schema: { enum: [...forms], default: 'markdown' },
  },
  MissingQuery: {
    name: 'missing',
    in: 'query',
    required: false,
    description:
      '`204`: what there is not is no error. For pages that ask on a guess: browsers report a 404 in their console.',
    schema: { enum: ['204', '404'], default: '404' },
  },
  DaysQuery: {
    name: 'days',
    in: 'query',
    required: false,
    description: 'How many days to look back on, today among them.',
    schema: { type: 'integer', minimum: 1, maximum: insightDaysMax, default: 30 },
  },
})

export const headers = {
  XRequestId: {
    description: 'Names this request. Quote it when you report an error.',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  },
  ServerTiming: {
    description:
      "Where the function's time went until its headers left, in milliseconds (W3C Server Timing): `db` with the number of statements, `json`, `app`, `total`.",
    required: true,
    schema: { type: 'string' },
  },
  RetryAfter: {
    description: 'In how many seconds to ask again; with a limit, when its day is over.',
    schema: { type: 'integer', minimum: 0 },
  },
  Allow: { description: 'The methods that work.', required: true, schema: { type: 'string' } },
  WwwAuthenticate: { description: '`Bearer`, and with `missing-scope` which scope.', schema: { type: 'string' } },
} as const

export const securitySchemes = {
  integratorKey: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An integrator’s key (`plm_…`). With the scope `personalize` a server may send text that is not published, with `operate` start the operator’s tasks. Keep it on your server, never in a page.',
  },
  cronSecret: {
    type: 'http',
    scheme: 'bearer',
    description: 'The deployment’s `CRON_SECRET`, which the platform’s clock sends.',
  },
} as const

const events: Readonly<Record<keyof WireEvents, string>> = {
  'lesson-start': 'LessonStart',
  'section-block': 'SectionBlock',
  'section-end': 'SectionEnd',
  'lesson-end': 'LessonEnd',
  error: 'StreamError',
}

/** One event of the stream, as a value with its name and its data. */
export const lessonEvent: JsonSchema = {
  description: 'One server-sent event: the name of its `event:` line, and the JSON value of its `data:` line.',
  oneOf: Object.entries(events).map(([event, data]) => ({
    type: 'object',
    title: event,
    properties: {
      event: { description: 'The name.', const: event },
      data: { description: 'The value.', $ref: `#/components/schemas/${data}` },
    },
    required: ['event', 'data'],
  })),
}

/** The framing of events in prose: OpenAPI 3.1 has no field for it. */
export const framing = [
  'A stream of server-sent events (WHATWG HTML), in UTF-8. Each event is a line `event: ` with its name, one line `data: ` with one JSON value, and an empty line; `LessonEvent` has every name with its value.',
  'First `lesson-start`, then `section-block` and `section-end` of several sections in turn, last `lesson-end`, or `error` in its place. A line that begins with `:` is a comment, sent every 10 s to keep the connection open. A stream that ends otherwise was cut off: ask again, with `sections` for what is missing.',
].join('\n\n')
