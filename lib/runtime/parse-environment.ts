import type { ModelSettings } from '../llm/index.ts'
import type { Retention } from '../db/index.ts'
import { defaultLimits, type LimitName, type Limits, type Price } from '../quota/index.ts'
import { findAddressFault } from './settings/find-address-fault.ts'
import { findBaseUrlFault } from './settings/find-base-url-fault.ts'
import { findCollectorFault } from './settings/find-collector-fault.ts'
import { findConnectionFault } from './settings/find-connection-fault.ts'
import { findHeadersFault } from './settings/find-headers-fault.ts'
import { findSecretFault } from './settings/find-secret-fault.ts'
import { lessonPathsSetting } from './settings/lesson-paths-setting.ts'
import { originsSetting } from './settings/origins-setting.ts'
import { parseSettings } from './settings/parse-settings.ts'
import { priceSetting } from './settings/price-setting.ts'
import { EnvironmentError, type SettingProblem } from './settings/setting-problem.ts'
import { numberSetting, textSetting, wordSetting, type Setting } from './settings/setting.ts'

/** The settings of the functions, as the guide documents them (site/guide/deploy.md). */
export interface Settings {
  readonly database: { readonly connectionString: string; readonly fetchEndpoint: string | undefined }
  /** `price`: what its tokens cost, if the operator set it. */
  readonly model: ModelSettings & { readonly price: Price | undefined }
  /** How many sections of one lesson are written at the same time. */
  readonly sectionsAtATime: number
  readonly limits: Limits
  /** After how many days unused rows are deleted. */
  readonly retention: Retention
  /** The secret of the platform's cron; undefined if unset. */
  readonly cronSecret: string | undefined
  readonly version: string
  /** The paths of the site's lessons, before their slugs, each with a leading and no trailing slash. */
  readonly lessonPaths: readonly string[]
}

/** The model that is used if `OPENAI_MODEL` is not set. */
export const defaultModel = 'gpt-5-mini'

const limitNames = Object.keys(defaultLimits) as LimitName[]
/** Daily limits; 0 allows nothing. */
const limitSettings = Object.fromEntries(
  limitNames.map((name) => [
    name,
    numberSetting('a whole number of at most 12 digits', { unset: defaultLimits[name], max: 999_999_999_999 }),
  ]),
) as Readonly<Record<LimitName, Setting<number>>>

/** Settings that no longer exist: a limit that is set but not enforced would mislead. */
const retiredSettings = {
  DAILY_REQUESTS: textSetting(
    'nothing: cached lessons are always read, and DAILY_TOKENS bounds what is written',
    () => 'is not used any more',
  ),
}

/** A number of days; 0 means forever. */
const daysSetting = (unset: number): Setting<number> =>
  numberSetting('a number of days from 0 (never) to 9999', { unset, max: 9_999 })

const headersSetting = textSetting('"name=value" with commas between, values percent-encoded', findHeadersFault)
const protocolSetting = wordSetting('http/protobuf', 'http/json')
/** Settings read by the OpenTelemetry packages, which do not report invalid values. */
const telemetrySettings = {
  OTEL_EXPORTER_OTLP_ENDPOINT: textSetting(
    'an address without "/v1/traces" and "/" at its end, such as "https://collector.example.org"',
    findCollectorFault,
  ),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: textSetting(
    'the whole address for spans, such as "https://collector.example.org/v1/traces"',
    findAddressFault,
  ),
  OTEL_EXPORTER_OTLP_HEADERS: headersSetting,
  OTEL_EXPORTER_OTLP_TRACES_HEADERS: headersSetting,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocolSetting,
  OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: protocolSetting,
}

const settings = {
  DATABASE_URL: {
    wanted: '"postgresql://user:password@host/database"',
    findFault: (value) => (value === '' ? 'is not set' : findConnectionFault(value)),
    parse: (value) => value,
  } satisfies Setting<string>,
  NEON_FETCH_ENDPOINT: textSetting('an address such as "https://sql.example.org/sql"', findAddressFault),
  OPENAI_API_KEY: textSetting("the key alone, as the model's provider shows it", findSecretFault),
  OPENAI_BASE_URL: textSetting(
    'a base URL such as "https://models.example.org/v1", with the key in OPENAI_API_KEY',
    findBaseUrlFault,
  ),
  OPENAI_MODEL: textSetting('the name of one model, such as "gpt-5-mini"', (value) =>
    /\s/.test(value) ? 'has a blank in it' : undefined,
  ),
  OPENAI_PRICE: priceSetting,
  ALLOWED_ORIGINS: originsSetting,
  SECTIONS_AT_A_TIME: numberSetting('a number from 1 to 16', { unset: 8, min: 1, max: 16 }),
  LESSON_PATHS: lessonPathsSetting,
  ...limitSettings,
  ...retiredSettings,
  LEARNERS_KEPT_DAYS: daysSetting(400),
  REWRITES_KEPT_DAYS: daysSetting(180),
  INSIGHTS_KEPT_DAYS: daysSetting(400),
  CRON_SECRET: textSetting('at least 16 characters without blanks, such as `openssl rand -hex 24` makes', (value) =>
    value.length < 16 ? 'is too short' : findSecretFault(value),
  ),
  LOG_REQUESTS: wordSetting('on', 'off'),
  ...telemetrySettings,
}

/** Every invalid setting of the functions, and why. */
export const findProblems = (record: Readonly<Record<string, string | undefined>>): readonly SettingProblem[] =>
  parseSettings(settings, record).problems

/** Parses the environment, or throws an `EnvironmentError` that lists every problem at once. */
export function parseEnvironment(record: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = parseSettings(settings, record)
  if (parsed.problems.length > 0) throw new EnvironmentError(parsed.problems)
  const values = parsed.values()
  return {
    database: { connectionString: values.DATABASE_URL, fetchEndpoint: values.NEON_FETCH_ENDPOINT || undefined },
    model: {
      apiKey: values.OPENAI_API_KEY || undefined,
      baseUrl: values.OPENAI_BASE_URL.replace(/\/+$/, '') || undefined,
      name: values.OPENAI_MODEL || defaultModel,
      price: values.OPENAI_PRICE,
    },
    sectionsAtATime: values.SECTIONS_AT_A_TIME,
    limits: Object.fromEntries(limitNames.map((name) => [name, values[name]])) as Limits,
    retention: {
      learnerDays: values.LEARNERS_KEPT_DAYS,
      rewriteDays: values.REWRITES_KEPT_DAYS,
      insightDays: values.INSIGHTS_KEPT_DAYS,
    },
    cronSecret: values.CRON_SECRET || undefined,
    lessonPaths: values.LESSON_PATHS,
    version: (record['VERCEL_GIT_COMMIT_SHA'] ?? '').trim().slice(0, 12) || 'local',
  }
}
