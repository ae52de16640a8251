import * as v from 'valibot'
import type { Retention } from '../db/sweep-queries.ts'
import type { Price } from '../spend/model-prices.ts'
import { parseOrigins } from './parse-origins.ts'
import { defaultLimits, type LimitName, type Limits } from '../spend/limits.ts'

/** The settings of the functions, as they are documented in README's table. */
export interface Settings {
  readonly database: { readonly connectionString: string; readonly fetchEndpoint: string | undefined }
  /** `price`: what its tokens cost, where the operator says so. */
  readonly model: ModelSettings & { readonly price: Price | undefined }
  /** How many sections of one lesson are written at a time. */
  readonly sectionsAtATime: number
  readonly limits: Limits
  /** After how many days what nobody asks for is swept out. */
  readonly retention: Retention
  /** The key of the platform's clock; none when unset. */
  readonly cronSecret: string | undefined
  readonly version: string
  /** Where the site has its lessons: the paths before their slugs, each with a slash before it and none behind. */
  readonly lessonPaths: readonly string[]
}

export interface ModelSettings {
  readonly apiKey: string | undefined
  /** Base URL of an OpenAI-compatible API, without a trailing slash; the provider's own when unset. */
  readonly baseUrl: string | undefined
  readonly name: string
}

const text = v.optional(v.pipe(v.string(), v.trim()), '')
const urlText = v.pipe(
  text,
  v.check((value) => value === '' || URL.canParse(value), 'wanted a URL'),
)

/** Dollars for a million tokens of input, of input that the provider has cached, and of output. */
const priceText = v.pipe(
  text,
  v.regex(
    /^(\d+(\.\d+)?(\s*\/\s*\d+(\.\d+)?){2})?$/,
    'wanted dollars for a million tokens, "input/cached input/output", as "0.25/0.025/2"',
  ),
  v.transform((value): Price | undefined => {
    if (value === '') return undefined
    const [input = 0, cachedInput = 0, output = 0] = value.split('/').map(Number)
    return { input, cachedInput, output }
  }),
)

/** A count of a day; 0 allows nothing. */
const limitText = (most: number) =>
  v.pipe(
    text,
    v.regex(/^\d{0,12}$/, 'wanted a whole number of at most 12 digits'),
    v.transform((value) => (value === '' ? most : Number(value))),
  )
/** A number of days; 0 stands for ever. */
const daysText = (days: number) =>
  v.pipe(
    text,
    v.regex(/^\d{0,4}$/, 'wanted a number of days from 0 (never) to 9999'),
    v.transform((value) => (value === '' ? days : Number(value))),
  )
const limitNames = Object.keys(defaultLimits) as LimitName[]
const limitEntries = Object.fromEntries(limitNames.map((name) => [name, limitText(defaultLimits[name])])) as Record<
  LimitName,
  ReturnType<typeof limitText>
>
/** Read by the packages that make spans, which say nothing of what they cannot use. */
const telemetryEntries = {
  OTEL_EXPORTER_OTLP_ENDPOINT: v.pipe(
    text,
    v.check(
      (value) => value === '' || (URL.canParse(value) && !value.endsWith('/')),
      'wanted a URL without "/" at its end, as "https://collector.example.org"',
    ),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: v.pipe(
    text,
    v.check(
      (value) => value.split(',').every((pair) => pair.trim() === '' || /^\s*[\w-]+\s*=/.test(pair)),
      'wanted "name=value" with commas between, values percent-encoded',
    ),
  ),
  OTEL_EXPORTER_OTLP_PROTOCOL: v.pipe(
    text,
    v.check((value) => ['', 'http/protobuf', 'http/json'].includes(value), 'wanted "http/protobuf" or "http/json"'),
  ),
}
/** Paths of pages; Docusaurus' own place of docs, and this book's, when unset. */
const pathsText = v.pipe(
  v.optional(v.pipe(v.string(), v.trim()), ''),
  v.transform((value) => (value === '' ? '/docs,/lessons' : value).split(',').map((path) => path.trim())),
  v.check(
    (paths) => paths.every((path) => /^\/(?:[^\s/?#]+(?:\/[^\s/?#]+)*)?$/.test(path)),
    'wanted paths with commas between, as "/docs,/course", with "/" before and not behind',
  ),
)
const environmentSchema = v.object({
  DATABASE_URL: v.pipe(
    v.optional(v.string(), ''),
    v.check(isConnectionString, 'wanted a connection string, "postgresql://user:password@host/database"'),
  ),
  NEON_FETCH_ENDPOINT: urlText,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: urlText,
  OPENAI_MODEL: text,
  OPENAI_PRICE: priceText,
  ALLOWED_ORIGINS: v.pipe(
    text,
    v.check(
      (value) => parseOrigins(value) !== undefined,
      'wanted origins with commas between, as "https://learn.example.org", without a path and without "*"',
    ),
  ),
  SECTIONS_AT_A_TIME: v.pipe(
    v.optional(v.string(), '8'),
    v.check(
      (value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= 16,
      'wanted a number from 1 to 16',
    ),
  ),
  LESSON_PATHS: pathsText,
  ...limitEntries,
  LEARNERS_KEPT_DAYS: daysText(400),
  REWRITES_KEPT_DAYS: daysText(180),
  INSIGHTS_KEPT_DAYS: daysText(400),
  CRON_SECRET: v.pipe(
    text,
    v.check((value) => value === '' || value.length >= 16, 'wanted at least 16 characters'),
  ),
  LOG_REQUESTS: v.pipe(
    text,
    v.check((value) => ['', 'on', 'off'].includes(value), 'wanted "on" or "off"'),
  ),
  ...telemetryEntries,
  VERCEL_GIT_COMMIT_SHA: text,
})

/** A connection string without a host would fail at the first statement, for a reason that names nothing. */
function isConnectionString(value: string): boolean {
  return /^postgres(ql)?:\/\//.test(value) && URL.canParse(value) && new URL(value).hostname !== ''
}

/** The model that is asked when `OPENAI_MODEL` is not set. */
export const defaultModel = 'gpt-5-mini'

/** Thrown with every problem at once; its message names variables and wanted values, never what was set. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The environment is not complete: ${problems.join('; ')}.`)
    this.name = 'EnvironmentError'
    this.problems = problems
  }
}

/** Parses the environment, or throws an `EnvironmentError` that lists every problem at once. */
export function parseEnvironment(record: Record<string, string | undefined>): Settings {
  const result = v.safeParse(environmentSchema, record)
  if (!result.success)
    throw new EnvironmentError(result.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`))
  const values = result.output
  return {
    database: { connectionString: values.DATABASE_URL, fetchEndpoint: values.NEON_FETCH_ENDPOINT || undefined },
    model: {
      apiKey: values.OPENAI_API_KEY || undefined,
      baseUrl: values.OPENAI_BASE_URL.replace(/\/+$/, '') || undefined,
      name: values.OPENAI_MODEL || defaultModel,
      price: values.OPENAI_PRICE,
    },
    sectionsAtATime: Number(values.SECTIONS_AT_A_TIME),
    limits: Object.fromEntries(limitNames.map((name) => [name, values[name]])) as Limits,
    retention: {
      learnerDays: values.LEARNERS_KEPT_DAYS,
      rewriteDays: values.REWRITES_KEPT_DAYS,
      insightDays: values.INSIGHTS_KEPT_DAYS,
    },
    cronSecret: values.CRON_SECRET || undefined,
    lessonPaths: values.LESSON_PATHS,
    version: values.VERCEL_GIT_COMMIT_SHA.slice(0, 12) || 'local',
  }
}
