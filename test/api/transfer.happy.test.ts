import { expect, test } from 'vitest'
import preferences from '../../api/user/preferences.ts'
import user from '../../api/user/[user_id].ts'
import exportUser from '../../api/user/[user_id]/export.ts'
import { aLearner, someAnswers } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { aCode, makeCode, redeemCode } from '../support/a-transfer.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

test('POST /api/user/transfer answers 201 with a code and when it runs out, ten minutes from now, stored by no cache', async () => {
  const response = await makeCode(await aLearner())
  expect(response.status).toBe(201)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const made = (await response.json()) as { code: string; expires_at: string }
  expect(Object.keys(made)).toEqual(['code', 'expires_at'])
  expect(made.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  const minutes = (Date.parse(made.expires_at) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(8)
  expect(minutes).toBeLessThan(12)
})

test('PUT answers 200 with the profile of who made the code, and the code is gone', async () => {
  const learner = await aLearner({ programming_experience: 'advanced', preferred_language: 'ur' })
  const code = await aCode(learner)
  const response = await redeemCode(code)
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const profile: unknown = await response.json()
  expect(profile).toMatchObject({
    ...someAnswers,
    ...{ user_id: learner, programming_experience: 'advanced', preferred_language: 'ur' },
  })
  const own = await call(preferences, 'GET /api/user/preferences', { headers: { 'x-user-id': learner } })
  expect(profile).toEqual(await own.json())
  await expectProblem(await redeemCode(code), 'transfer-not-found')
})

test('a code holds as people write it: small, without hyphens, with the letters that look like digits', async () => {
  const code = await aCode(await aLearner())
  const written = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect((await redeemCode(` ${written} `)).status).toBe(200)
})

test('a new code takes the place of the one before it', async () => {
  const learner = await aLearner()
  const [before, after] = [await aCode(learner), await aCode(learner)]
  await expectProblem(await redeemCode(before), 'transfer-not-found')
  expect((await redeemCode(after)).status).toBe(200)
})

test('the export reports a code that waits, and erasing the learner takes it along', async () => {
  const learner = await aLearner()
  const code = await aCode(learner)
  const exported = await call(exportUser, `GET /api/user/${learner}/export`)
  const data = (await exported.json()) as { transfer: Record<string, string> }
  expect(Object.keys(data.transfer).toSorted()).toEqual(['code_hash', 'expires_at'])
  await call(user, `DELETE /api/user/${learner}`)
  await expectProblem(await redeemCode(code), 'transfer-not-found')
  const left = await testDatabase().selectFrom('transfers').selectAll().where('user_id', '=', learner).execute()
  expect(left).toEqual([])
})
