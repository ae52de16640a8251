import { expect, test } from 'vitest'
import health from '../../api/health.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

/** Nothing listens on the discard port. */
const nowhere = 'http://127.0.0.1:9'

test('GET /api/health answers 503 and says that it is the model that cannot be reached', async () => {
  process.env['OPENAI_BASE_URL'] = `${nowhere}/v1`
  const response = await call(health, 'GET /api/health')
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ status: 'degraded', database: 'reachable', model: 'unreachable' })
})

test('GET /api/health answers 503 and says that it is the database that cannot be reached', async () => {
  process.env['NEON_FETCH_ENDPOINT'] = nowhere
  const response = await call(health, 'GET /api/health')
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ status: 'degraded', database: 'unreachable', model: 'reachable' })
})

test('GET /api/health calls a model unreachable whose server answers with an error', async () => {
  process.env['OPENAI_BASE_URL'] += '/no-such-api'
  expect(await (await call(health, 'GET /api/health')).json()).toMatchObject({ model: 'unreachable' })
})

test('GET /api/health names every variable that is not as it should be, all at once', async () => {
  Object.assign(process.env, {
    DATABASE_URL: 'mysql://nowhere',
    OPENAI_BASE_URL: 'not a URL',
    SECTIONS_AT_A_TIME: '99',
  })
  const { detail } = await expectProblem(await call(health, 'GET /api/health'), 'not-configured')
  expect(detail).toEqual({
    settings: [
      expect.stringContaining('DATABASE_URL'),
      expect.stringContaining('OPENAI_BASE_URL'),
      expect.stringContaining('SECTIONS_AT_A_TIME'),
    ],
  })
})
