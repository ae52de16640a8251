import { describe, expect, test, vi } from 'vitest'
import health from '../../api/health.ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call, type EdgeFunction } from '../support/call.ts'
import { canaries, canarySettings, expectNoSecrets, readWhole, strangersKey } from '../support/canaries.ts'
import { endpoints } from '../support/endpoints.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { askForLesson } from '../support/read-lesson.ts'

const { databasePassword: canary, modelKey: keyCanary, cronSecret } = canaries
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
  'PUT /api/user/transfer': { code: '7K3M-9QXW-2FDT' },
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
      headers: {
        'x-user-id': learner,
        ...(name.includes('/operator/') ? { authorization: `Bearer ${cronSecret}` } : {}),
      },
      ...(bodies[name] === undefined ? {} : { body: bodies[name] }),
    })

  test('answers 503 when the database does not answer, and gives no password to client or log', async () => {
    Object.assign(process.env, {
      DATABASE_URL: `postgresql://palimpsest:${canary}@db.invalid/palimpsest`,
      NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql',
      OPENAI_API_KEY: keyCanary,
      CRON_SECRET: cronSecret,
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

test('GET /api/health gives no key and no address, whatever cannot be reached', async () => {
  Object.assign(process.env, {
    DATABASE_URL: `postgresql://palimpsest:${canary}@db.invalid/palimpsest`,
    NEON_FETCH_ENDPOINT: 'http://127.0.0.1:9/sql',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_API_KEY: keyCanary,
  })
  expect(await (await call(health, 'GET /api/health')).text()).not.toMatch(/canary|db\.invalid|127\.0\.0\.1/)
})

test('a model that fails gives neither its key nor its address, to a reader or a log', async () => {
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

/** An error with secrets in every field that can hold text, also in the lines of its stack. */
function anErrorWithSecrets(): Error {
  const secrets = `${Object.values(canaries).join(' ')} ${strangersKey}`
  const error = new Error(`${secrets}\n    at ${secrets} (${secrets})\n    at ${secrets}`, {
    cause: new Error(secrets),
  })
  return Object.assign(error, { code: secrets, name: secrets, detail: secrets })
}

/** Places that every request passes, and what is broken there. */
const breakable: Readonly<Record<string, () => { readonly mockRestore: () => void }>> = {
  'the way to the database': () => vi.spyOn(globalThis, 'fetch').mockRejectedValue(anErrorWithSecrets()),
  hashing: () => vi.spyOn(crypto.subtle, 'digest').mockRejectedValueOnce(anErrorWithSecrets()),
  signing: () => vi.spyOn(crypto.subtle, 'sign').mockRejectedValueOnce(anErrorWithSecrets()),
  'reading a URL': () => vi.spyOn(URL.prototype, 'pathname', 'get').mockImplementationOnce(fail),
  'reading JSON': () => vi.spyOn(JSON, 'parse').mockImplementationOnce(fail),
  'the headers': () => vi.spyOn(Headers.prototype, 'get').mockImplementationOnce(fail),
}
const fail = (): never => {
  throw anErrorWithSecrets()
}

const sendWithKey = ({ name, edgeFunction }: { name: string; edgeFunction: EdgeFunction }, key = strangersKey) =>
  call(edgeFunction, name, {
    headers: { 'x-user-id': learner, authorization: `Bearer ${key}` },
    ...(bodies[name] === undefined ? {} : { body: bodies[name] }),
  })

test.each(Object.keys(breakable))('an error with secrets in %s reaches nobody, whatever is asked', async (place) => {
  Object.assign(process.env, canarySettings)
  for (const asked of calls) {
    const broken = breakable[place]?.()
    const answered = await sendWithKey(asked).then(readWhole)
    broken?.mockRestore()
    expectNoSecrets([answered])
    takeLoggedErrors()
  }
})
