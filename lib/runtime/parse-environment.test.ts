import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../quota/limits.ts'
import { defaultModel, parseEnvironment } from './parse-environment.ts'
import { describeProblem, EnvironmentError } from './settings/setting-problem.ts'

const DATABASE_URL = 'postgresql://user:password@db.test/palimpsest'

function problemsOf(record: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnvironment(record)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems.map(describeProblem)
    throw error
  }
  return []
}

const url = (rest: string): string => `postgresql://${rest}`
const baseUrl = (rest: string): string => `https://models.test${rest}`
const unencoded = 'must be percent-encoded'

/** Name, value, and a part of the message. */
const unusable: readonly (readonly [string, string | undefined, string])[] = [
  ['DATABASE_URL', undefined, 'is not set'],
  ...['docs', '/docs/', 'https://a.test/docs', '/docs,', '/two words'].map(
    (paths) => ['LESSON_PATHS', paths, 'no path of pages'] as const,
  ),
  ['DAILY_REQUESTS', '100000', 'is not used any more'],
  ['DATABASE_URL', '', 'is not set'],
  ['DATABASE_URL', '  ', 'is blank'],
  ['DATABASE_URL', 'mysql://user:password@host/db', 'scheme'],
  ['DATABASE_URL', 'https://user:password@host/db', 'scheme'],
  ['DATABASE_URL', 'jdbc:postgresql://host/db', 'scheme'],
  ['DATABASE_URL', 'user:password@host/db', 'no scheme'],
  ['DATABASE_URL', 'host=db user=me dbname=x', 'blank'],
  ['DATABASE_URL', url(''), 'no user'],
  ['DATABASE_URL', url('host/db'), 'no user'],
  ['DATABASE_URL', url('@host/db'), 'no user'],
  ['DATABASE_URL', url(':password@host/db'), 'no user'],
  ['DATABASE_URL', url('user:password@/db'), 'no host'],
  ['DATABASE_URL', url('user:password@host'), 'no database'],
  ['DATABASE_URL', url('user:password@host/'), 'no database'],
  ['DATABASE_URL', url('user:password@host?sslmode=require'), 'no database'],
  ['DATABASE_URL', url('user:password@host/db/more'), 'more in its path'],
  ['DATABASE_URL', url('user:password@host:port/db'), 'no usable port'],
  ['DATABASE_URL', url('user:password@host:0/db'), 'no usable port'],
  ['DATABASE_URL', url('user:password@host:65536/db'), 'no usable port'],
  ['DATABASE_URL', url('user:password@one,two/db'), 'no usable host'],
  ['DATABASE_URL', url('user:password@<host>/db'), 'no usable host'],
  ['DATABASE_URL', url('user:pass#word@host/db'), unencoded],
  ['DATABASE_URL', url('user:pass?word@host/db'), unencoded],
  ['DATABASE_URL', url('user:pass/word@host/db'), unencoded],
  ['DATABASE_URL', url('user:pass@word@host/db'), unencoded],
  ['DATABASE_URL', url('user:pass%word@host/db'), unencoded],
  ['DATABASE_URL', url('user:pass%'), 'no user'],
  ['DATABASE_URL', url('user:pass\\word@host/db'), unencoded],
  ['DATABASE_URL', url('user:p@ss#word@host/db'), unencoded],
  ['DATABASE_URL', url('user:p@ss/word@host/db'), unencoded],
  ['DATABASE_URL', url('user:p@ss?word@host/db'), unencoded],
  ['DATABASE_URL', url('user:1234/word@host/db'), unencoded],
  ['DATABASE_URL', url('user:password@host/db#part'), unencoded],
  ['DATABASE_URL', url('user:pass word@host/db'), 'blank'],
  ['DATABASE_URL', url('user:password@host/db?sslmode=on'), 'sslmode'],
  ['DATABASE_URL', url('user@host/db?password=word'), 'in its query'],
  ['DATABASE_URL', ` ${DATABASE_URL}`, 'blanks or line ends around'],
  ['DATABASE_URL', `${DATABASE_URL}\n`, 'blanks or line ends around'],
  ['DATABASE_URL', `"${DATABASE_URL}"`, 'quotation mark'],
  ['DATABASE_URL', `'${DATABASE_URL}`, 'quotation mark'],
  ['DATABASE_URL', `psql '${DATABASE_URL}'`, 'quotation mark'],
  ['DATABASE_URL', `psql ${DATABASE_URL}`, 'psql command'],
  ['DATABASE_URL', `DATABASE_URL=${DATABASE_URL}`, 'its own name'],
  ['DATABASE_URL', `${DATABASE_URL}\u200b`, 'invisible'],
  ['NEON_FETCH_ENDPOINT', 'not a URL', 'blank'],
  ['NEON_FETCH_ENDPOINT', '127.0.0.1:4444/sql', 'no scheme'],
  ['NEON_FETCH_ENDPOINT', 'https://user:password@sql.test/sql', 'user or a password'],
  ['OPENAI_API_KEY', ' sk-key', 'blanks or line ends around'],
  ['OPENAI_API_KEY', 'sk-key\n', 'blanks or line ends around'],
  ['OPENAI_API_KEY', 'sk-\nkey', 'line end'],
  ['OPENAI_API_KEY', '"sk-key"', 'quotation mark'],
  ['OPENAI_API_KEY', '\u201csk-key\u201d', 'quotation mark'],
  ['OPENAI_API_KEY', 'Bearer sk-key', 'blank'],
  ['OPENAI_API_KEY', 'sk-\u2026', 'characters in it that no key has'],
  ['OPENAI_BASE_URL', 'models.test/v1', 'no scheme'],
  ['OPENAI_BASE_URL', 'localhost:11434/v1', 'no scheme'],
  ['OPENAI_BASE_URL', 'ftp://models.test/v1', 'neither http nor https'],
  ['OPENAI_BASE_URL', 'http:/models.test/v1', 'no scheme'],
  ['OPENAI_BASE_URL', 'https://', 'no host'],
  ['OPENAI_BASE_URL', 'https:///v1', 'no host'],
  ['OPENAI_BASE_URL', 'https://$HOST/v1', 'no usable host'],
  ['OPENAI_BASE_URL', 'https://models.test:0/v1', 'no usable host or port'],
  ['OPENAI_BASE_URL', 'https://models.test:99999/v1', 'cannot be read'],
  ['OPENAI_BASE_URL', baseUrl(''), 'no path'],
  ['OPENAI_BASE_URL', baseUrl('/'), 'no path'],
  ['OPENAI_BASE_URL', baseUrl('/v1?key=secret'), 'query'],
  ['OPENAI_BASE_URL', baseUrl('/v1?'), 'query'],
  ['OPENAI_BASE_URL', baseUrl('/v1#part'), 'fragment'],
  ['OPENAI_BASE_URL', baseUrl('/v1/chat/completions'), 'whole endpoint'],
  ['OPENAI_BASE_URL', baseUrl('/v1/chat/completions/'), 'whole endpoint'],
  ['OPENAI_BASE_URL', baseUrl('/v1/responses'), 'whole endpoint'],
  ['OPENAI_BASE_URL', baseUrl('/v1/models'), 'whole endpoint'],
  ['OPENAI_BASE_URL', baseUrl('/ v1'), 'blank'],
  ['OPENAI_BASE_URL', 'https://user:pass@models.test/v1', 'user or a password'],
  ['OPENAI_BASE_URL', 'https://key@models.test/v1', 'user or a password'],
  ['OPENAI_BASE_URL', ` ${baseUrl('/v1')}`, 'blanks or line ends around'],
  ['OPENAI_BASE_URL', `"${baseUrl('/v1')}"`, 'quotation mark'],
  ['OPENAI_MODEL', ' ', 'is blank'],
  ['OPENAI_MODEL', 'gpt 5', 'blank'],
  ['OPENAI_MODEL', 'gpt-5\n', 'line ends'],
  ['OPENAI_PRICE', '0.25', 'not three prices'],
  ['OPENAI_PRICE', '0.25/0.025', 'not three prices'],
  ['OPENAI_PRICE', 'cheap/cheap/cheap', 'no plain number'],
  ['OPENAI_PRICE', '$1/$0.1/$2', 'no plain number'],
  ['OPENAI_PRICE', '-1/0/2', 'negative'],
  ['OPENAI_PRICE', '1/1/10000000', 'no plain number'],
  ['ALLOWED_ORIGINS', '*', '"*"'],
  ['ALLOWED_ORIGINS', 'https://*.test', '"*"'],
  ['ALLOWED_ORIGINS', 'learn.test', 'without http'],
  ['ALLOWED_ORIGINS', 'https://learn.test/', '"/" at its end'],
  ['ALLOWED_ORIGINS', 'https://learn.test/docs', 'path'],
  ['ALLOWED_ORIGINS', 'https://learn.test,https://b.test/x', 'in place 2 of 2'],
  ['ALLOWED_ORIGINS', 'https://learn.test,', 'nothing between two commas'],
  ['ALLOWED_ORIGINS', 'https://Learn.test', 'as browsers write it'],
  ['ALLOWED_ORIGINS', 'https://learn.test:443', 'as browsers write it'],
  ['ALLOWED_ORIGINS', 'https://me@learn.test', 'user'],
  ['CRON_SECRET', 'short', 'too short'],
  ['CRON_SECRET', 'sixteen letters or more', 'blank'],
  ['LOG_REQUESTS', 'no', 'none of the words'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector', 'no scheme'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318', 'no scheme'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://collector.example.org/', '"/" at its end'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://collector.example.org/v1/traces', 'whole endpoint'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://collector.example.org?key=secret', 'query'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://key@collector.example.org', 'user or a password'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'collector', 'no scheme'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'secret', 'no header'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization: Bearer secret', 'no header'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=', 'no header'],
  ['DATABASE_URL', url('user:pass%99word@host/db'), unencoded],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=100%', 'not percent-encoded'],
  ['OTEL_EXPORTER_OTLP_TRACES_HEADERS', 'secret', 'no header'],
  ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', 'none of the words'],
  ['SECTIONS_AT_A_TIME', '0', 'too small'],
  ['SECTIONS_AT_A_TIME', '17', 'too large'],
  ['SECTIONS_AT_A_TIME', '1.5', 'not a whole number'],
  ['SECTIONS_AT_A_TIME', '-1', 'negative'],
  ['SECTIONS_AT_A_TIME', 'four', 'not a whole number'],
  ['ADDRESS_DAILY_REQUESTS', '-1', 'negative'],
  ['DAILY_TOKENS', '5M', 'not a whole number'],
  ['DAILY_TOKENS', '5,000,000', 'not a whole number'],
  ['DAILY_TOKENS', '5e6', 'not a whole number'],
  ['LEARNER_DAILY_REQUESTS', '1.5', 'not a whole number'],
  ['ADDRESS_DAILY_REQUESTS', 'many', 'not a whole number'],
  ['ADDRESS_DAILY_NEW_LEARNERS', '1000000000000', 'too large'],
  ['LEARNERS_KEPT_DAYS', '30d', 'not a whole number'],
  ['REWRITES_KEPT_DAYS', '10000', 'too large'],
]

const usable: readonly (readonly [string, string])[] = [
  ['DATABASE_URL', 'postgres://user@localhost/db'],
  ['DATABASE_URL', url('user:pass%23word%40@127.0.0.1:5432/db?sslmode=require&channel_binding=require')],
  ['DATABASE_URL', url('user:a:b@[::1]:5432/db')],
  ['DATABASE_URL', url('user:npg_aB1@ep-cool-1-pooler.us-east-1.aws.neon.tech/neondb?sslmode=require')],
  ['NEON_FETCH_ENDPOINT', 'http://127.0.0.1:4444/sql'],
  ['OPENAI_API_KEY', 'sk-proj-A_b.c/d+e='],
  ['OPENAI_BASE_URL', baseUrl('/v1/')],
  ['OPENAI_BASE_URL', 'http://127.0.0.1:11434/v1'],
  ['OPENAI_BASE_URL', 'http://[::1]:1234/v1'],
  ['OPENAI_BASE_URL', 'https://openrouter.ai/api/v1'],
  ['OPENAI_BASE_URL', 'https://generativelanguage.googleapis.com/v1beta/openai/'],
  ['OPENAI_BASE_URL', 'https://models.github.ai/inference'],
  ['OPENAI_BASE_URL', 'https://api.deepseek.com'],
  ['OPENAI_MODEL', '@cf/meta/llama-3.1:latest'],
  ['OPENAI_PRICE', '1/0/2'],
  ['ALLOWED_ORIGINS', 'https://learn.example.org, http://localhost:3000'],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://127.0.0.1:4318'],
  ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'https://collector.example.org/v1/traces'],
  ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization=Bearer%20a,x-key=b'],
  ['SECTIONS_AT_A_TIME', '1'],
  ['SECTIONS_AT_A_TIME', '16'],
  ['LESSON_PATHS', '/docs, /course/lessons'],
  ['LESSON_PATHS', '/'],
]

const names = [...new Set(unusable.map(([name]) => name))]
/** A secret of characters that no message has side by side. */
const aSecret = fc.string({
  unit: fc.constantFrom(...'QXZJKVWqxzjkvw456789#%/?@:&=+\\*.~;,$!^'),
  minLength: 8,
  maxLength: 40,
})
/** Places for a secret, right or wrong. */
const aPlace = fc.constantFrom<((secret: string) => string)[]>(
  (secret) => secret,
  (secret) => ` ${secret}`,
  (secret) => `"${secret}"`,
  (secret) => `${secret}\n`,
  (secret) => `psql ${secret}`,
  (secret) => url(`user:${secret}@db.test/palimpsest`),
  (secret) => url(`${secret}@db.test/palimpsest`),
  (secret) => url(`user:${secret}@/${secret}`),
  (secret) => url(`user:${secret}`),
  (secret) => url(`user@${secret}/palimpsest`),
  (secret) => url(`user:password@db.test/palimpsest?${secret}=${secret}#${secret}`),
  (secret) => `${secret}://${secret}`,
  (secret) => `https://user:${secret}@models.test/v1`,
  (secret) => `https://models.test/v1?key=${secret}`,
  (secret) => `https://models.test/${secret}/chat/completions`,
  (secret) => `https://${secret}/v1#${secret}`,
  (secret) => `authorization: Bearer ${secret}`,
  (secret) => `https://learn.test/${secret},${secret}`,
  (secret) => `${secret}/${secret}/${secret}`,
)
const partsOf = (secret: string): string[] =>
  Array.from({ length: secret.length - 3 }, (_, at) => secret.slice(at, at + 4))

describe('parseEnvironment()', () => {
  test('needs a database and nothing else', () => {
    expect(parseEnvironment({ DATABASE_URL })).toEqual({
      database: { connectionString: DATABASE_URL, fetchEndpoint: undefined },
      model: { apiKey: undefined, baseUrl: undefined, name: defaultModel, price: undefined },
      sectionsAtATime: 8,
      limits: defaultLimits,
      retention: { learnerDays: 400, rewriteDays: 180, insightDays: 400 },
      cronSecret: undefined,
      version: 'local',
      lessonPaths: ['/docs', '/lessons'],
    })
  })

  test('reads every setting', () => {
    const settings = parseEnvironment({
      DATABASE_URL,
      NEON_FETCH_ENDPOINT: 'http://127.0.0.1:4444/sql',
      OPENAI_API_KEY: 'sk-key',
      LESSON_PATHS: '/course, /project/docs',
      OPENAI_BASE_URL: 'https://models.test/v1//',
      OPENAI_MODEL: 'a-model',
      OPENAI_PRICE: '0.25 / 0.025 / 2',
      SECTIONS_AT_A_TIME: '16',
      LEARNER_DAILY_REQUESTS: '0',
      ADDRESS_DAILY_REQUESTS: '999999999999',
      LEARNERS_KEPT_DAYS: '0',
      REWRITES_KEPT_DAYS: '9999',
      INSIGHTS_KEPT_DAYS: '31',
      CRON_SECRET: 'sixteen-letters?',
      VERCEL_GIT_COMMIT_SHA: '0123456789abcdef',
      HOME: '/home/someone',
    })
    expect(settings).toEqual({
      database: { connectionString: DATABASE_URL, fetchEndpoint: 'http://127.0.0.1:4444/sql' },
      model: {
        apiKey: 'sk-key',
        baseUrl: 'https://models.test/v1',
        name: 'a-model',
        price: { input: 0.25, cachedInput: 0.025, output: 2 },
      },
      sectionsAtATime: 16,
      limits: { ...defaultLimits, LEARNER_DAILY_REQUESTS: 0, ADDRESS_DAILY_REQUESTS: 999_999_999_999 },
      retention: { learnerDays: 0, rewriteDays: 9_999, insightDays: 31 },
      cronSecret: 'sixteen-letters?',
      version: '0123456789ab',
      lessonPaths: ['/course', '/project/docs'],
    })
  })

  test('takes a variable that is set to nothing for one that is not set', () => {
    const empty = {
      NEON_FETCH_ENDPOINT: '',
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
      OPENAI_MODEL: '',
      OPENAI_PRICE: '',
      ADDRESS_DAILY_REQUESTS: '',
      SECTIONS_AT_A_TIME: '',
      CRON_SECRET: '',
      ALLOWED_ORIGINS: '',
    }
    expect(parseEnvironment({ DATABASE_URL, ...empty })).toEqual(parseEnvironment({ DATABASE_URL }))
  })

  test.each(unusable)('refuses %s=%s, and says what is wrong with it and what is wanted', (name, value, wrong) => {
    const problems = problemsOf({ DATABASE_URL, [name]: value })
    expect(problems).toEqual([expect.stringContaining(wrong)])
    expect(problems[0]).toMatch(new RegExp(`^${name} [^\\n]*: wanted [^\\n]+$`))
  })

  test.each(usable)('takes %s=%s', (name, value) => {
    expect(problemsOf({ DATABASE_URL, [name]: value })).toEqual([])
  })

  test('names every problem at once, and shows none of the values', () => {
    const record = {
      DATABASE_URL: 'mysql://canary',
      NEON_FETCH_ENDPOINT: 'canary',
      OPENAI_BASE_URL: 'canary',
      SECTIONS_AT_A_TIME: 'canary',
    }
    const problems = problemsOf(record)
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual(Object.keys(record))
    expect(() => parseEnvironment(record)).toThrow(EnvironmentError)
    expect(problems.join(' ')).not.toContain('canary')
  })

  test('says nothing of a value, whatever stands in whichever setting', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), aSecret, aPlace, (name, secret, place) => {
        const said = problemsOf({ DATABASE_URL, [name]: place(secret) }).join('\n')
        for (const part of partsOf(secret)) expect(said).not.toContain(part)
      }),
      { numRuns: 3_000 },
    )
  })

  test('finds a password that is not percent-encoded, or reads it as it is meant', () => {
    fc.assert(
      fc.property(aSecret, (secret) => {
        const value = `postgresql://user:${secret}@db.test/palimpsest`
        if (problemsOf({ DATABASE_URL: value }).length > 0) return
        expect(new URL(value)).toMatchObject({ hostname: 'db.test', pathname: '/palimpsest', search: '', hash: '' })
        expect(decodeURIComponent(new URL(value).password)).toBe(decodeURIComponent(secret))
      }),
      { numRuns: 3_000 },
    )
  })

  test('takes every password that is percent-encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (password) => {
        const value = `postgresql://user:${encodeURIComponent(password)}@db.test/palimpsest`
        expect(problemsOf({ DATABASE_URL: value })).toEqual([])
      }),
    )
  })
})
