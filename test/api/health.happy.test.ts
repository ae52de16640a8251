import { expect, test, vi } from 'vitest'
import health from '../../api/health.ts'
import { call } from '../support/call.ts'

test('GET /api/health answers 200 when database and model can be reached, with model, recipe and version', async () => {
  process.env['VERCEL_GIT_COMMIT_SHA'] = '0123456789abcdef0123456789abcdef01234567'
  const response = await call(health, 'GET /api/health')
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'reachable',
    model: 'reachable',
    model_name: 'echo',
    recipe: expect.stringMatching(/^p\d+\/echo$/),
    version: '0123456789ab',
  })
})

test('GET /api/health names the version "local" where no commit is known', async () => {
  expect(await (await call(health, 'GET /api/health')).json()).toMatchObject({ version: 'local' })
})

test('GET /api/health asks the provider once for many, at once and within half a minute, and anew for another model', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  const countAsked = (): number =>
    asked.mock.calls.filter(([url]) => typeof url === 'string' && url.endsWith('/models')).length
  process.env['OPENAI_API_KEY'] = `key-of-${crypto.randomUUID()}`
  const together = await Promise.all(Array.from({ length: 20 }, () => call(health, 'GET /api/health')))
  const after = await call(health, 'GET /api/health')
  expect([...together, after].map(({ status }) => status)).toEqual(Array.from({ length: 21 }, () => 200))
  expect(countAsked()).toBe(1)
  process.env['OPENAI_API_KEY'] = `key-of-${crypto.randomUUID()}`
  await call(health, 'GET /api/health')
  expect(countAsked()).toBe(2)
  asked.mockRestore()
})
