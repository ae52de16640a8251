import { describe, expect, test } from 'vitest'
import health from '../../api/health.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { endpoints } from '../support/endpoints.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { askForLesson } from '../support/read-lesson.ts'

const canary = 'canary-password-7f3a'
const keyCanary = 'sk-canary-key-91bd'
const learner = crypto.randomUUID()

const someAnswers = {
  education_level: 'graduate',
  programming_experience: 'none',
  robotics_background: true,
  ai_ml_experience: 'none',
  learning_goals: ['hobby'],
}
const bodies: Record<string, unknown> = {
  'POST /api/user/create': { user_id: learner },
  'POST /api/onboarding': { user_id: learner, ...someAnswers },
  'PUT /api/user/preferences': { education_level: 'graduate' },
  'POST /api/personalize': { lesson_slug: 'a' },
  'POST /api/feedback': { rewrite_key: '0'.repeat(64), rating: 'up' },
  'DELETE /api/feedback': { rewrite_key: '0'.repeat(64) },
}

/** Every call that asks the database before anything else can be wrong with it. */
const calls = endpoints
  .filter(({ edgeFunction }) => edgeFunction !== health)
  .flatMap(({ path, edgeFunction, methods }) => methods.map((method) => ({ name: `${method} ${path}`, edgeFunction })))

describe.each(calls)('$name', ({ name, edgeFunction }) => {
  const send = (): Promise<Response> =>
    call(edgeFunction, name, {
      headers: { 'x-user-id': learner },
      ...(bodies[name] === undefined ? {} : { body: bodies[name] }),
    })

  test('answers 503 when the database does not answer, and tells no password to client or log', async () => {
    Object.assign(process.env, {
      DATABASE_URL: `postgresql://palimpsest:${canary}@db.invalid/palimpsest`,
      NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql',
      OPENAI_API_KEY: keyCanary,
    })
    const response = await send()
    expect(response.headers.get('retry-after')).toBe('5')
    const problem = await expectProblem(response, 'database-unavailable')
    const logged = takeLoggedErrors()
    expect(logged).toMatchObject([{ event: 'database-unavailable', request_id: problem.request_id }])
    expect(JSON.stringify([problem, logged])).not.toMatch(/canary|db\.invalid|127\.0\.0\.1/)
  })

  test('answers 503 when the database is not configured, and names the variable', async () => {
    delete process.env['DATABASE_URL']
    const { message } = await expectProblem(await send(), 'not-configured')
    expect(message).toContain('DATABASE_URL')
  })

  test('does not repeat a connection string that is not one', async () => {
    process.env['DATABASE_URL'] = `https://palimpsest:${canary}@db.invalid/palimpsest`
    const problem = await expectProblem(await send(), 'not-configured')
    expect(JSON.stringify(problem)).not.toMatch(/canary|db\.invalid/)
  })
})

test('GET /api/health tells no key and no address, whatever cannot be reached', async () => {
  Object.assign(process.env, {
    DATABASE_URL: `postgresql://palimpsest:${canary}@db.invalid/palimpsest`,
    NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_API_KEY: keyCanary,
  })
  expect(await (await call(health, 'GET /api/health')).text()).not.toMatch(/canary|db\.invalid|127\.0\.0\.1/)
})

test('a model that fails tells neither its key nor its address, to a reader or a log', async () => {
  aModel('fails')
  const [reader, lesson] = await Promise.all([aLearner(), aLesson()])
  process.env['OPENAI_API_KEY'] = keyCanary
  const text = await (await askForLesson(reader, { lesson_slug: lesson.slug })).text()
  expect(text).toContain('"model-unavailable"')
  const logged = takeLoggedErrors()
  expect(logged).toContainEqual(
    expect.objectContaining({ event: 'model-failed', reason: 'model-unavailable', status: 400, type: 'server_error' }),
  )
  expect(JSON.stringify([text, logged])).not.toMatch(/canary|127\.0\.0\.1|scripted failure/)
  expect(JSON.stringify(logged)).not.toMatch(/torque/i)
})
