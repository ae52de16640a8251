import { beforeEach, expect, test, vi } from 'vitest'
import user from '../../api/user/[user_id].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { askForLesson, readLesson, streamLesson } from '../support/read-lesson.ts'

beforeEach(() => {
  delete process.env['LOG_REQUESTS']
  aModel('echo')
})

const lines = (): Record<string, unknown>[] =>
  vi.mocked(console.log).mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>)

test('every request leaves one line, with the pattern of its URL and without the learner’s id', async () => {
  const learner = await aLearner()
  vi.mocked(console.log).mockClear()
  const response = await call(user, `GET /api/user/${learner}`)
  expect(lines()).toEqual([
    {
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: 'info',
      event: 'request',
      request_id: response.headers.get('x-request-id'),
      method: 'GET',
      route: '/api/user/{user_id}',
      status: 200,
      duration_ms: expect.any(Number),
      statements: 1,
      database_ms: expect.any(Number),
      app_ms: expect.any(Number),
    },
  ])
  expect(JSON.stringify(lines())).not.toContain(learner)
})

test('a refused request’s line names the error’s code, and no method that HTTP does not know', async () => {
  await call(user, 'GET /api/user/nobody')
  await call(user, 'SING /api/user/nobody')
  expect(lines()).toMatchObject([
    { status: 400, error: 'invalid-user-id' },
    { status: 405, error: 'method-not-allowed', method: 'OTHER' },
  ])
})

test.each([
  ['JSON', readLesson],
  ['events', streamLesson],
])('a lesson’s one line has the outcomes of its sections, when the work is done, as %s', async (_, read) => {
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  vi.mocked(console.log).mockClear()
  await read(learner, { lesson_slug: lesson.slug })
  const [written, ...more] = lines()
  expect(more).toEqual([])
  expect(written).toMatchObject({ route: '/api/personalize', status: 200, lesson: lesson.slug, cached: 0 })
  expect(written).toMatchObject({ written: expect.any(Number), attempts: expect.any(Number), rejections: {} })
  expect(Number(written?.['attempts'])).toBe(Number(written?.['written']))
  expect(Number(written?.['whole_ms'])).toBeGreaterThanOrEqual(Number(written?.['first_text_ms']))
  vi.mocked(console.log).mockClear()
  await read(learner, { lesson_slug: lesson.slug })
  expect(lines()).toMatchObject([
    { cached: written?.['written'], written: 0, statements: 1, input_tokens: 0, output_tokens: 0 },
  ])
  expect(JSON.stringify(lines())).not.toContain(learner)
})

test('a text that the verifier rejected is named by its reason', async () => {
  aModel('mends')
  const [learner, lesson] = await Promise.all([aLearner(), aLesson()])
  vi.mocked(console.log).mockClear()
  await readLesson(learner, { lesson_slug: lesson.slug })
  expect(lines()).toMatchObject([{ rejections: { 'slot-missing': expect.any(Number) } }])
})

test('a line is one line that shows what it holds, whatever a stranger sends', async () => {
  const learner = await aLearner()
  const slug = 'a\u202Eb\u2066c\u200B\u2028d\u{E0041}'
  const { status } = await askForLesson(learner, { lesson_slug: slug })
  expect(status).toBe(400)
  for (const [line] of vi.mocked(console.log).mock.calls)
    expect(String(line)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u)
})

test('LOG_REQUESTS=off leaves these lines out', async () => {
  process.env['LOG_REQUESTS'] = 'off'
  await call(user, `GET /api/user/${await aLearner()}`)
  expect(lines()).toEqual([])
  delete process.env['LOG_REQUESTS']
})
