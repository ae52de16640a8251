import { beforeEach, describe, expect, test } from 'vitest'
import health from '../../api/health.ts'
import personalize from '../../api/personalize.ts'
import rewrites from '../../api/rewrites/[key].ts'
import { aLearner } from '../support/a-learner.ts'
import { aLesson } from '../support/a-lesson.ts'
import { aModel } from '../support/a-model.ts'
import { call } from '../support/call.ts'
import { endpoints } from '../support/endpoints.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { askForLesson, readLesson } from '../support/read-lesson.ts'
import { createVercelCdn } from '../support/vercel-cdn.ts'

const friend = 'https://learn.example.org'
const strangers = [
  'https://example.org',
  'http://learn.example.org',
  'https://learn.example.org:8443',
  'https://learn.example.org.evil.test',
  'https://evil.test',
  'null',
  '*',
  '',
]
const preflight = (origin: string, method = 'POST') => ({
  origin,
  'access-control-request-method': method,
  'access-control-request-headers': 'content-type,x-user-id,authorization',
})
const corsHeaders = ({ headers }: Response): string[] =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'))

beforeEach(() => {
  process.env['ALLOWED_ORIGINS'] = `http://localhost:4000, ${friend}`
})

describe.each(endpoints)('$path', ({ path, edgeFunction, methods }) => {
  test('says to a browser what a page of a known origin may send, without asking the database', async () => {
    process.env['DATABASE_URL'] = ''
    const response = await call(edgeFunction, `OPTIONS ${path}`, { headers: preflight(friend) })
    expect(response.status).toBe(204)
    expect(await response.text()).toBe('')
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-headers': 'authorization, content-type, x-user-id',
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-origin': friend,
      'access-control-expose-headers': 'x-request-id, retry-after, server-timing',
      'access-control-max-age': '7200',
      'cache-control': 'no-store',
      'server-timing': expect.stringContaining('0 statements'),
      vary: 'origin',
      'x-request-id': expect.any(String),
    })
  })

  test.each(strangers)('allows the origin "%s" nothing, in a preflight or an answer', async (origin) => {
    const asked = await call(edgeFunction, `OPTIONS ${path}`, { headers: preflight(origin) })
    const answered = await call(edgeFunction, `${methods[0]} ${path}`, { headers: { origin } })
    expect([asked.status, corsHeaders(asked), corsHeaders(answered)]).toEqual([405, [], []])
    expect([asked.headers.get('vary'), answered.headers.get('vary')]).toEqual(['origin', 'origin'])
  })

  test('answers as ever where no origin is set: for its own origin only', async () => {
    delete process.env['ALLOWED_ORIGINS']
    const asked = await call(edgeFunction, `OPTIONS ${path}`, { headers: preflight(friend) })
    const answered = await call(edgeFunction, `${methods[0]} ${path}`, { headers: { origin: friend } })
    expect([asked.status, corsHeaders(asked), corsHeaders(answered)]).toEqual([405, [], []])
    expect(answered.headers.get('vary')).toBeNull()
  })

  test('lets a page of a known origin read every answer, also a refusal, and never with credentials', async () => {
    const response = await call(edgeFunction, `${methods[0]} ${path}`, { headers: { origin: friend } })
    expect(response.headers.get('access-control-allow-origin')).toBe(friend)
    expect(response.headers.get('access-control-expose-headers')).toBe('x-request-id, retry-after, server-timing')
    expect(response.headers.get('access-control-allow-credentials')).toBeNull()
  })
})

test('a page of a known origin reads a lesson, as JSON and as events', async () => {
  aModel('echo')
  const [learner, { slug: lesson_slug }] = await Promise.all([aLearner(), aLesson()])
  for (const accept of ['application/json', 'text/event-stream']) {
    const response = await askForLesson(learner, { lesson_slug }, { accept, origin: friend })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe(friend)
    await response.text()
  }
})

test('the CDN keeps a finished version apart for each origin, so that none reads with the leave of another', async () => {
  aModel('echo')
  const [learner, { slug: lesson_slug }] = await Promise.all([aLearner(), aLesson()])
  const { lesson } = await readLesson(learner, { lesson_slug })
  const cdn = createVercelCdn(rewrites, () => 0)
  const read = async (headers: Record<string, string>): Promise<unknown[]> => {
    const url = `https://palimpsest.test/api/rewrites/${lesson.key}`
    const response = await cdn.fetch(new Request(url, { headers }))
    await response.text()
    return [response.headers.get('x-vercel-cache'), response.headers.get('access-control-allow-origin')]
  }
  for (const cache of ['MISS', 'HIT']) {
    expect(await read({})).toEqual([cache, null])
    expect(await read({ origin: 'https://evil.test' })).toEqual([cache, null])
    expect(await read({ origin: friend })).toEqual([cache, friend])
  }
})

test('a plain OPTIONS and a preflight of another method are no preflight of a page that may ask', async () => {
  for (const headers of [{}, { origin: friend }])
    await expectProblem(await call(personalize, 'OPTIONS /api/personalize', { headers }), 'method-not-allowed')
  await expectProblem(
    await call(personalize, 'PUT /api/personalize', { headers: preflight(friend) }),
    'method-not-allowed',
  )
})

test.each([
  '*',
  'learn.example.org',
  `${friend}/`,
  `${friend}/guide`,
  `${friend},*`,
  'https://*.example.org',
  'null',
  ',',
])('ALLOWED_ORIGINS=%s is refused with the wanted form, and lets nobody in', async (value) => {
  process.env['ALLOWED_ORIGINS'] = value
  const response = await call(health, 'GET /api/health', { headers: { origin: friend } })
  expect(corsHeaders(response)).toEqual([])
  const { detail } = await expectProblem(response, 'not-configured')
  expect(detail).toEqual({
    settings: [expect.stringMatching(/^ALLOWED_ORIGINS has .+: wanted origins with commas between, such as "https:/)],
  })
})

test('a page of a known origin may read which setting a deployment lacks', async () => {
  process.env['DATABASE_URL'] = ''
  const response = await call(health, 'GET /api/health', { headers: { origin: friend } })
  expect(response.headers.get('access-control-allow-origin')).toBe(friend)
  await expectProblem(response, 'not-configured')
})
