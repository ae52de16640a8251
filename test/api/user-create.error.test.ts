import { expect, test } from 'vitest'
import createUser from '../../api/user/create.ts'
import user from '../../api/user/[user_id].ts'
import { call } from '../support/call.ts'
import { expectProblem } from '../support/expect-problem.ts'

test('POST /api/user/create answers 409 for an id that exists, and leaves that learner as it was', async () => {
  const body = { user_id: crypto.randomUUID() }
  const created = await call(createUser, 'POST /api/user/create', { body })
  const problem = await expectProblem(await call(createUser, 'POST /api/user/create', { body }), 'user-exists')
  expect(problem.message).toContain(body.user_id)
  const found = await call(user, `GET /api/user/${body.user_id}`)
  expect(await found.json()).toEqual(await created.json())
})

test.each([
  ['no field', {}, 'user_id', 'Missing'],
  ['a number', { user_id: 7 }, 'user_id', 'Got 7; wanted string'],
  ['null', { user_id: null }, 'user_id', 'Got null; wanted string'],
  ['the Nil UUID', { user_id: '00000000-0000-0000-0000-000000000000' }, 'user_id', 'Wanted a UUID'],
  ['the Max UUID', { user_id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }, 'user_id', 'Wanted a UUID'],
  ['a UUID of another variant', { user_id: '3f2b8c1e-4d5a-4b6c-cd7e-9f0a1b2c3d4e' }, 'user_id', 'Wanted a UUID'],
  ['a UUID of no version', { user_id: '3f2b8c1e-4d5a-9b6c-8d7e-9f0a1b2c3d4e' }, 'user_id', 'Wanted a UUID'],
  ['a UUID in braces', { user_id: `{${crypto.randomUUID()}}` }, 'user_id', 'Wanted a UUID'],
  ['a UUID with a tail', { user_id: `${crypto.randomUUID()}0` }, 'user_id', 'Wanted a UUID'],
  ['an unknown field', { user_id: crypto.randomUUID(), admin: true }, 'admin', 'Unknown field'],
])('POST /api/user/create refuses %s, naming the field and what is wanted', async (_case, body, field, wanted) => {
  const problem = await expectProblem(await call(createUser, 'POST /api/user/create', { body }), 'invalid-request')
  expect(problem.detail).toEqual({ fields: [{ field, message: expect.stringContaining(wanted) }] })
  expect(problem.message).toContain(`"${field}"`)
})

test.each([[[]], ['"text"'], ['null'], ['7']])(
  'POST /api/user/create refuses the body %j, which is not an object',
  async (body) => {
    await expectProblem(await call(createUser, 'POST /api/user/create', { body }), 'invalid-request')
  },
)

test('GET /api/user/{user_id} answers 404 for a learner that does not exist', async () => {
  const id = crypto.randomUUID()
  const problem = await expectProblem(await call(user, `GET /api/user/${id}`), 'user-not-found')
  expect(problem.message).toContain(id)
})

test.each(['7', 'Me', '%E0%A4%A', '%00', '3f2b8c1e-4d5a-0b6c-8d7e-9f0a1b2c3d4e'])(
  'GET /api/user/%s answers 400: not a UUID',
  async (id) => {
    await expectProblem(await call(user, `GET /api/user/${id}`), 'invalid-user-id')
  },
)
