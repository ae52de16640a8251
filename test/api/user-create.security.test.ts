import { expect, test } from 'vitest'
import createUser from '../../api/user/create.ts'
import user from '../../api/user/[user_id].ts'
import { testDatabase } from '../support/a-lesson.ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

test("an id that is SQL reaches no statement: it is refused, and everyone's rows stand", async () => {
  const user_id = crypto.randomUUID()
  await call(createUser, 'POST /api/user/create', { body: { user_id } })
  for (const id of ["' or '1'='1", `${user_id}'; drop table users; --`, `${user_id}' union select null --`]) {
    await expectProblem(await call(createUser, 'POST /api/user/create', { body: { user_id: id } }), 'invalid-request')
    await expectProblem(await call(user, `GET /api/user/${encodeURIComponent(id)}`), 'invalid-user-id')
  }
  expect((await call(user, `GET /api/user/${user_id}`)).status).toBe(200)
})

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the field "%s" is as unknown as any other, and changes no prototype',
  async (field) => {
    const body = `{"user_id": "${crypto.randomUUID()}", "${field}": {"polluted": true}}`
    const problem = await expectProblem(await call(createUser, 'POST /api/user/create', { body }), 'invalid-request')
    expect(problem.detail).toEqual({ fields: [{ field, message: 'Unknown field.' }] })
    expect('polluted' in {}).toBe(false)
  },
)

test('only one of many requests that create the same learner at once is answered 201', async () => {
  const body = { user_id: crypto.randomUUID() }
  const responses = await Promise.all(
    Array.from({ length: 8 }, () => call(createUser, 'POST /api/user/create', { body })),
  )
  expect(responses.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(responses.filter(({ status }) => status === 409)).toHaveLength(7)
})

test('an answer has nothing of the learner that the contract does not name', async () => {
  const user_id = crypto.randomUUID()
  const response = await call(createUser, 'POST /api/user/create', { body: { user_id } })
  expect(Object.keys((await response.json()) as object).toSorted()).toEqual([
    'created_at',
    'id',
    'onboarding_completed',
    'updated_at',
  ])
  const rows = await testDatabase().selectFrom('users').selectAll().where('id', '=', user_id).execute()
  expect(Object.keys(rows[0] ?? {})).toContain('variant')
})
