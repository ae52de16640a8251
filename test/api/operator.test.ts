import { sql } from 'kysely'
import { expect, test } from 'vitest'
import operatorTask from '../../api/operator/[task].ts'
import { aKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

const secret = 'a-secret-of-the-clock'
const sweepWith = (authorization?: string) =>
  call(operatorTask, 'GET /api/operator/sweep', authorization === undefined ? {} : { headers: { authorization } })

const isThere = async (id: string): Promise<boolean> =>
  (await testDatabase().selectFrom('users').select('id').where('id', '=', id).execute()).length === 1

test('GET /api/operator/sweep deletes learners who were not seen for the set time, and says how many', async () => {
  process.env['CRON_SECRET'] = secret
  const [gone, present] = [await aLearner(), await aLearner()]
  const long = sql<Date>`clock_timestamp() - interval '401 days'`
  for (const table of ['users', 'user_preferences'] as const)
    await testDatabase()
      .updateTable(table)
      .set({ updated_at: long })
      .where(table === 'users' ? 'id' : 'user_id', '=', gone)
      .execute()
  await testDatabase().updateTable('users').set({ last_seen_at: long }).where('id', '=', gone).execute()
  const response = await sweepWith(`Bearer ${secret}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toEqual({
    learners: 1,
    rewrites: expect.any(Number),
    lesson_versions: expect.any(Number),
    spending: expect.any(Number),
    insights: expect.any(Number),
    finished: true,
  })
  expect([await isThere(gone), await isThere(present)]).toEqual([false, true])
})

test('GET /api/operator/sweep can be asked for with a key of the scope operate, and with no other', async () => {
  process.env['CRON_SECRET'] = ''
  const [operator, other] = [await aKey({ scopes: ['operate'] }), await aKey({ scopes: ['personalize', 'insights'] })]
  expect((await sweepWith(operator.headers.authorization)).status).toBe(200)
  await expectProblem(await sweepWith(other.headers.authorization), 'missing-scope')
  await expectProblem(await sweepWith(`${operator.headers.authorization.slice(0, -1)}_`), 'invalid-key')
})

test.each([undefined, 'Bearer', 'Bearer another-secret', `Basic ${secret}`, secret, `Bearer ${secret} `.repeat(2)])(
  'GET /api/operator/sweep with %j as authorization is refused',
  async (authorization) => {
    process.env['CRON_SECRET'] = secret
    const response = await sweepWith(authorization)
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    await expectProblem(response, 'invalid-key')
  },
)

test('one address sends ADDRESS_DAILY_WRONG_KEYS wrong secrets a day, with wrong keys; the next gets 429, and the right one still holds', async () => {
  Object.assign(process.env, { CRON_SECRET: secret, ADDRESS_DAILY_WRONG_KEYS: '3' })
  const from = { 'x-real-ip': '198.51.100.78' }
  const sweepFrom = (authorization: string, headers: Record<string, string> = from) =>
    call(operatorTask, 'GET /api/operator/sweep', { headers: { authorization, ...headers } })
  await expectProblem(await sweepFrom(`Bearer plm_${'0aZ9'.repeat(8)}`), 'invalid-key')
  for (const wrong of [secret.slice(1), `${secret}x`]) {
    const { message } = await expectProblem(await sweepFrom(`Bearer ${wrong}`), 'invalid-key')
    expect(message).not.toContain(wrong)
  }
  const refused = await sweepFrom(`Bearer ${secret.toUpperCase()}`)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  const { detail } = await expectProblem(refused, 'too-many-requests')
  expect(detail).toEqual({ limit: 'ADDRESS_DAILY_WRONG_KEYS', value: 3 })
  await expectProblem(await sweepFrom('Bearer another-secret', { 'x-real-ip': '198.51.100.79' }), 'invalid-key')
  expect((await sweepFrom(`Bearer ${secret}`)).status).toBe(200)
})

test('GET /api/operator/sweep without a secret in the environment names what to set, whoever asks', async () => {
  process.env['CRON_SECRET'] = ''
  const { detail } = await expectProblem(await sweepWith('Bearer '), 'not-configured')
  expect(detail).toEqual({ settings: [expect.stringContaining('CRON_SECRET')] })
})

test.each(['none', 'toString', '__proto__', '%', ''])('GET /api/operator/%s is no task', async (task) => {
  process.env['CRON_SECRET'] = secret
  await expectProblem(await call(operatorTask, `GET /api/operator/${task}`), 'not-found')
})
