import { sql } from 'kysely'
import { expect, test } from 'vitest'
import createUser from '../../api/user/create.ts'
import transfer from '../../api/user/transfer.ts'
import { aLearner } from '../support/a-learner.ts'
import { testDatabase } from '../support/a-lesson.ts'
import { aCode, makeCode, redeemCode } from '../support/a-transfer.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

/** An address that no other test has. */
const anAddress = () => ({
  'x-real-ip': `2001:db8:${crypto.randomUUID().slice(0, 4)}:${crypto.randomUUID().slice(0, 4)}::1`,
})

const expire = (learner: string) =>
  sql`update transfers set expires_at = clock_timestamp() - interval '1 millisecond' where user_id = ${learner}`.execute(
    testDatabase(),
  )

test('a code that ran out, one that is used and one that never was are the same answer, so that a guess learns nothing', async () => {
  const [late, used] = [await aLearner(), await aLearner()]
  const [lateCode, usedCode] = [await aCode(late), await aCode(used)]
  await expire(late)
  await redeemCode(usedCode)
  const answers = await Promise.all(
    [lateCode, usedCode, '0000-0000-0000'].map(async (code) => {
      const { request_id: _, ...problem } = await expectProblem(await redeemCode(code), 'transfer-not-found')
      return problem
    }),
  )
  expect(new Set(answers.map((problem) => JSON.stringify(problem))).size).toBe(1)
})

test('wrong codes are counted by address: after ADDRESS_DAILY_TRANSFERS of them even the right one is refused, and still holds', async () => {
  const code = await aCode(await aLearner())
  const guesser = anAddress()
  process.env['ADDRESS_DAILY_TRANSFERS'] = '3'
  for (const guess of ['0000-0000-0000', '0000-0000-0001', '0000-0000-0002'])
    await expectProblem(await redeemCode(guess, guesser), 'transfer-not-found')
  const { detail } = await expectProblem(await redeemCode(code, guesser), 'too-many-requests')
  expect(detail).toEqual({ limit: 'ADDRESS_DAILY_TRANSFERS', value: 3 })
  expect((await redeemCode(code, anAddress())).status).toBe(200)
})

test('making codes counts as well, for learners who are not known, too; over the limit the code before still holds', async () => {
  const learner = await aLearner()
  const code = await aCode(learner)
  process.env['ADDRESS_DAILY_TRANSFERS'] = '2'
  const address = anAddress()
  for (let more = 0; more < 2; more++)
    await expectProblem(await makeCode(crypto.randomUUID(), address), 'preferences-not-found')
  await expectProblem(await makeCode(learner, address), 'too-many-requests')
  expect((await redeemCode(code, anAddress())).status).toBe(200)
})

test('neither a code nor an address stands in the database', async () => {
  const learner = await aLearner()
  const code = await aCode(learner)
  const rows = await testDatabase().selectFrom('transfers').selectAll().execute()
  const text = JSON.stringify(rows)
  expect(rows.find(({ user_id }) => user_id === learner)?.code_hash).toMatch(/^[0-9a-f]{32}$/)
  for (const form of [code, code.replaceAll('-', ''), code.toLowerCase()]) expect(text).not.toContain(form)
})

test('a learner without a profile has nothing to take along, and gets no code', async () => {
  const user_id = crypto.randomUUID()
  await call(createUser, 'POST /api/user/create', { body: { user_id } })
  await expectProblem(await makeCode(user_id), 'preferences-not-found')
})

test.each(['', '7K3M-9QXW-2FD', '7K3M-9QXW-2FDU', "' or '1'='1", '٧K3M-9QXW-2FDT', '-'.repeat(3_000)])(
  'what is no code at all is refused before the database is asked: %.20j',
  async (code) => {
    process.env['NEON_FETCH_ENDPOINT'] = 'http://127.0.0.1:9/sql'
    const { detail } = await expectProblem(await redeemCode(code), 'invalid-request')
    expect(detail).toMatchObject({ fields: [{ field: 'code' }] })
  },
)

test('a body that is no code and nothing else is refused', async () => {
  for (const body of [{}, { code: 123 }, { code: null }, { code: '7K3M-9QXW-2FDT', user_id: crypto.randomUUID() }])
    await expectProblem(await call(transfer, 'PUT /api/user/transfer', { body }), 'invalid-request')
  await expectProblem(await call(transfer, 'POST /api/user/transfer'), 'missing-user-id')
})

test('codes that ran out leave the table as others are made', async () => {
  const late = await aLearner()
  await aCode(late)
  await expire(late)
  const table = () => testDatabase().selectFrom('transfers').select('user_id').where('user_id', '=', late).execute()
  for (let more = 0; more < 20 && (await table()).length > 0; more++) await aCode(await aLearner())
  expect(await table()).toEqual([])
})
