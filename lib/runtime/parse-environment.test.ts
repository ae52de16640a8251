import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../spend/limits.ts'
import { defaultModel, EnvironmentError, parseEnvironment } from './parse-environment.ts'

const DATABASE_URL = 'postgresql://user:password@db.test/palimpsest'

function problemsOf(record: Record<string, string | undefined>): readonly string[] {
  try {
    parseEnvironment(record)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
  return []
}

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
      OPENAI_API_KEY: ' sk-key ',
      LESSON_PATHS: ' /course, /project/docs ',
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
      OPENAI_API_KEY: ' ',
      OPENAI_BASE_URL: '',
      OPENAI_MODEL: '',
      OPENAI_PRICE: '',
    }
    expect(parseEnvironment({ DATABASE_URL, ...empty })).toEqual(parseEnvironment({ DATABASE_URL }))
  })

  test.each([
    ['DATABASE_URL', undefined],
    ['DATABASE_URL', ''],
    ['DATABASE_URL', 'mysql://host/db'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'postgres://user:password@host:port/db'],
    ['NEON_FETCH_ENDPOINT', 'not a URL'],
    ['OPENAI_BASE_URL', 'models.test/v1'],
    ['OPENAI_PRICE', '0.25'],
    ['OPENAI_PRICE', '0.25/0.025'],
    ['OPENAI_PRICE', 'cheap/cheap/cheap'],
    ['OPENAI_PRICE', '-1/0/2'],
    ['LOG_REQUESTS', 'no'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://collector.example.org/'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'secret'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['LESSON_PATHS', 'docs'],
    ['LESSON_PATHS', '/docs/'],
    ['LESSON_PATHS', 'https://a.test/docs'],
    ['LESSON_PATHS', '/docs,'],
    ['LESSON_PATHS', '/two words'],
    ['SECTIONS_AT_A_TIME', '0'],
    ['SECTIONS_AT_A_TIME', '17'],
    ['SECTIONS_AT_A_TIME', '1.5'],
    ['SECTIONS_AT_A_TIME', '-1'],
    ['SECTIONS_AT_A_TIME', ''],
    ['SECTIONS_AT_A_TIME', 'four'],
    ['ADDRESS_DAILY_REQUESTS', '-1'],
    ['LEARNER_DAILY_REQUESTS', '1.5'],
    ['ADDRESS_DAILY_REQUESTS', 'many'],
    ['ADDRESS_DAILY_NEW_LEARNERS', '1000000000000'],
  ])('refuses %s=%s, naming the variable and what is wanted', (name, value) => {
    const problems = problemsOf({ DATABASE_URL, [name]: value })
    expect(problems).not.toEqual([])
    for (const problem of problems) expect(problem).toMatch(new RegExp(`^${name}: wanted `))
  })

  test('names every problem at once, and shows none of the values', () => {
    const record = {
      DATABASE_URL: 'mysql://canary',
      NEON_FETCH_ENDPOINT: 'canary',
      OPENAI_BASE_URL: 'canary',
      SECTIONS_AT_A_TIME: 'canary',
    }
    const problems = problemsOf(record)
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(Object.keys(record))
    expect(() => parseEnvironment(record)).toThrow(EnvironmentError)
    expect(problems.join(' ')).not.toContain('canary')
  })

  test.each(['1', '16'])('accepts SECTIONS_AT_A_TIME=%s', (value) => {
    expect(parseEnvironment({ DATABASE_URL, SECTIONS_AT_A_TIME: value }).sectionsAtATime).toBe(Number(value))
  })
})
