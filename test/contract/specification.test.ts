/**
 * The product's specification, replayed over HTTP by a client that knows nothing else: seven endpoints, their names and codes (the
 * table of the guide's *Integrate* has them, too).
 */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { loadFunctions } from '../../local/load-functions.ts'
import { openLimits } from '../../local/open-limits.ts'
import { startServer, type RunningServer } from '../../local/server.ts'
import { aModel } from '../support/a-model.ts'
import { backgroundWork } from '../support/background-work.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { startScriptedModel } from '../support/scripted-model.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
let model: Awaited<ReturnType<typeof startScriptedModel>>
let server: RunningServer

beforeAll(async () => {
  model = await startScriptedModel()
  database = await startDatabase()
  Object.assign(process.env, {
    ...openLimits,
    DATABASE_URL: database.connectionString,
    NEON_FETCH_ENDPOINT: database.fetchEndpoint,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_API_KEY: 'test-key',
  })
  aModel('echo')
  vi.spyOn(console, 'log').mockImplementation(() => {})
  server = await startServer({ siteDir: 'site/static', functions: await loadFunctions('api') })
})
afterEach(backgroundWork)
afterAll(async () => {
  await server.close()
  await database.close()
  await model.close()
})

type Json = Readonly<Record<string, unknown>>

interface Sent {
  readonly as?: string
  readonly body?: unknown
}

/** One call of the client: the status and the JSON of its answer. */
async function send(call: string, { as, body }: Sent = {}): Promise<readonly [number, Json]> {
  const [method = '', path = ''] = call.split(' ')
  const response = await fetch(server.url + path, {
    method,
    headers: {
      ...(as === undefined ? {} : { 'X-User-ID': as }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  return [response.status, (await response.json()) as Json]
}

const answers = {
  education_level: 'high_school',
  programming_experience: 'beginner',
  robotics_background: false,
  ai_ml_experience: 'basic',
  learning_goals: ['hobby', 'building_projects'],
}
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
const anId = expect.stringMatching(/^[0-9a-f-]{36}$/)

const aUser = (id: string, onboarding_completed: boolean): Json => ({
  id,
  created_at: time,
  updated_at: time,
  onboarding_completed,
})
const preferencesOf = (user_id: string, changed: Json = {}): Json => ({
  id: anId,
  user_id,
  ...answers,
  learning_goals: expect.toSatisfy((goals: unknown[]) => goals.length === 2),
  preferred_language: 'en',
  created_at: time,
  updated_at: time,
  ...changed,
})

/** The one shape of every error: `detail`, where there is one, is an object. */
const anError = (error: string, detail?: Json): Json => ({
  error,
  message: expect.stringMatching(/\S/),
  ...(detail && { detail }),
  request_id: anId,
})
const wrongFields = (...fields: string[]): Json => ({
  fields: fields.map((field) => ({ field, message: expect.stringMatching(/\S/) })),
})

async function aCreatedUser(): Promise<string> {
  const user_id = crypto.randomUUID()
  expect((await send('POST /api/user/create', { body: { user_id } }))[0]).toBe(201)
  return user_id
}

async function anOnboardedUser(): Promise<string> {
  const user_id = await aCreatedUser()
  expect((await send('POST /api/onboarding', { body: { user_id, ...answers } }))[0]).toBe(200)
  return user_id
}

test('the whole way of a client: user, onboarding, preferences, a lesson by its page, cache', async () => {
  const { slug } = await publishLesson(database.db)
  const id = crypto.randomUUID()
  expect(await send('POST /api/user/create', { body: { user_id: id } })).toEqual([201, aUser(id, false)])
  expect(await send(`GET /api/user/${id}`)).toEqual([200, aUser(id, false)])
  expect(await send('POST /api/onboarding', { body: { user_id: id, ...answers } })).toEqual([200, preferencesOf(id)])
  expect(await send(`GET /api/user/${id}`)).toEqual([200, aUser(id, true)])
  const [, preferences] = await send('GET /api/user/preferences', { as: id })
  expect(preferences).toEqual(preferencesOf(id))
  const sentBack = { ...preferences, education_level: 'professional' }
  const changed = preferencesOf(id, { education_level: 'professional' })
  expect(await send('PUT /api/user/preferences', { as: id, body: sentBack })).toEqual([200, changed])
  expect(await send('GET /api/user/preferences', { as: id })).toEqual([200, changed])
  const read = () => send('POST /api/personalize', { as: id, body: { lesson_slug: `/docs/${slug}` } })
  const lesson = { personalized_content: expect.stringMatching(/\S/), generated_at: time, lesson: { slug } }
  expect(await read()).toEqual([200, expect.objectContaining({ cached: false })])
  await backgroundWork()
  const [status, again] = await read()
  expect([status, again]).toEqual([200, expect.objectContaining({ cached: true })])
  expect(again).toMatchObject(lesson)
  await backgroundWork()
  expect(await send('DELETE /api/personalize/cache', { as: id })).toEqual([200, { deleted_count: 1 }])
  expect(await send('DELETE /api/personalize/cache', { as: id })).toEqual([200, { deleted_count: 0 }])
})

test('a client that sends the lesson’s own text along gets the lesson that is published', async () => {
  const { slug } = await publishLesson(database.db)
  const body = { lesson_slug: slug, original_content: lessonFile }
  const [status, lesson] = await send('POST /api/personalize', { as: await anOnboardedUser(), body })
  expect([status, lesson]).toMatchObject([200, { lesson: { slug } }])
})

test('POST /api/user/create: 409 for an id that exists, 400 for none and for what is no UUID', async () => {
  const user_id = await aCreatedUser()
  const create = (body: unknown) => send('POST /api/user/create', { body })
  expect(await create({ user_id })).toEqual([409, anError('user-exists')])
  expect(await create({})).toEqual([400, anError('invalid-request', wrongFields('user_id'))])
  expect(await create({ user_id: 'somebody' })).toEqual([400, anError('invalid-request', wrongFields('user_id'))])
})

test('GET /api/user/{user_id}: 404 for nobody', async () => {
  expect(await send(`GET /api/user/${crypto.randomUUID()}`)).toEqual([404, anError('user-not-found')])
})

test('POST /api/onboarding: 404 for nobody, 400 naming each wrong answer', async () => {
  const onboard = (body: Json) => send('POST /api/onboarding', { body })
  expect(await onboard({ user_id: crypto.randomUUID(), ...answers })).toEqual([404, anError('user-not-found')])
  const wrong = { user_id: await aCreatedUser(), ...answers, education_level: 'phd', learning_goals: [] }
  const fields = wrongFields('education_level', 'learning_goals')
  expect(await onboard(wrong)).toEqual([400, anError('invalid-request', fields)])
})

test('each answer takes the values of the specification, and no other', async () => {
  const user_id = await aCreatedUser()
  const values: Readonly<Record<string, readonly unknown[]>> = {
    education_level: ['high_school', 'undergraduate', 'graduate', 'professional'],
    programming_experience: ['none', 'beginner', 'intermediate', 'advanced'],
    robotics_background: [true, false],
    ai_ml_experience: ['none', 'basic', 'intermediate', 'advanced'],
    learning_goals: [['career_change'], ['research', 'hobby', 'teaching', 'building_projects']],
    preferred_language: ['en', 'ur'],
  }
  for (const [field, known] of Object.entries(values)) {
    for (const value of known) {
      const [status, preferences] = await send('POST /api/onboarding', {
        body: { user_id, ...answers, [field]: value },
      })
      expect([status, Array.isArray(value) ? value.length : preferences[field]]).toEqual([
        200,
        Array.isArray(value) ? (preferences[field] as unknown[]).length : value,
      ])
    }
    const refused = await send('POST /api/onboarding', { body: { user_id, ...answers, [field]: 'something else' } })
    expect(refused).toEqual([400, anError('invalid-request', wrongFields(field))])
  }
})

test('preferences: 404 before onboarding and for nobody, 400 for a wrong answer and without the header', async () => {
  for (const as of [await aCreatedUser(), crypto.randomUUID()]) {
    expect(await send('GET /api/user/preferences', { as })).toEqual([404, anError('preferences-not-found')])
    const body = { education_level: 'graduate' }
    expect(await send('PUT /api/user/preferences', { as, body })).toEqual([404, anError('preferences-not-found')])
  }
  const as = await anOnboardedUser()
  const body = { robotics_background: 'yes', preferred_language: 'fr' }
  const fields = wrongFields('preferred_language', 'robotics_background')
  expect(await send('PUT /api/user/preferences', { as, body })).toEqual([400, anError('invalid-request', fields)])
  expect(await send('GET /api/user/preferences')).toEqual([400, anError('missing-user-id')])
  expect(await send('PUT /api/user/preferences', { body: {} })).toEqual([400, anError('missing-user-id')])
})

test('POST /api/personalize: 404 for nobody, before onboarding and for no lesson, 400 for a wrong body', async () => {
  const { slug: lesson_slug } = await publishLesson(database.db)
  const read = (as: string, body: Json) => send('POST /api/personalize', { as, body })
  expect(await read(crypto.randomUUID(), { lesson_slug })).toEqual([404, anError('user-not-found')])
  expect(await read(await aCreatedUser(), { lesson_slug })).toEqual([404, anError('preferences-not-found')])
  const reader = await anOnboardedUser()
  expect(await read(reader, { lesson_slug: '/docs/nowhere' })).toEqual([404, anError('lesson-not-found')])
  expect(await read(reader, {})).toEqual([400, anError('invalid-request', wrongFields('lesson_slug'))])
  expect(await send('POST /api/personalize', { body: { lesson_slug } })).toEqual([400, anError('missing-user-id')])
})

test('the one exception: text that is not published needs an integrator’s key', async () => {
  const body = { lesson_slug: 'my/own', original_content: '# My own\n\nSome text that nobody has published.' }
  const refused = await send('POST /api/personalize', { as: await anOnboardedUser(), body })
  expect(refused).toEqual([403, anError('content-not-published')])
})

test('DELETE /api/personalize/cache: 404 for nobody, 400 without the header', async () => {
  const call = 'DELETE /api/personalize/cache'
  expect(await send(call, { as: crypto.randomUUID() })).toEqual([404, anError('user-not-found')])
  expect(await send(call)).toEqual([400, anError('missing-user-id')])
})

test('a call that there is not, and a body that is no JSON, are refused in the same shape', async () => {
  expect(await send('GET /api/nowhere')).toEqual([404, anError('not-found')])
  expect(await send('DELETE /api/onboarding')).toEqual([405, anError('method-not-allowed')])
  const response = await fetch(`${server.url}/api/user/create`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{',
  })
  expect([response.status, await response.json()]).toEqual([400, anError('invalid-json')])
})
