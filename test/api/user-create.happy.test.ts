import { expect, test } from 'vitest'
import createUser from '../../api/user/create.ts'
import user from '../../api/user/[user_id].ts'
import { call } from '../support/call.ts'

const isoDate = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

test('POST /api/user/create answers 201 with the new learner, never to be cached', async () => {
  const user_id = crypto.randomUUID()
  const response = await call(createUser, 'POST /api/user/create', { body: { user_id } })
  expect(response.status).toBe(201)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await response.json()).toEqual({
    id: user_id,
    created_at: isoDate,
    updated_at: isoDate,
    onboarding_completed: false,
  })
})

test('GET /api/user/{user_id} answers 200 with the very learner that was created', async () => {
  const user_id = crypto.randomUUID()
  const created = await call(createUser, 'POST /api/user/create', { body: { user_id } })
  const found = await call(user, `GET /api/user/${user_id}`)
  expect(found.status).toBe(200)
  expect(await found.json()).toEqual(await created.json())
})

test('a learner is the same whether the id is written in capitals or not', async () => {
  const user_id = crypto.randomUUID()
  await call(createUser, 'POST /api/user/create', { body: { user_id: user_id.toUpperCase() } })
  const found = await call(user, `GET /api/user/${user_id}`)
  expect(await found.json()).toMatchObject({ id: user_id })
})

test.each([
  '2c5ea4c0-4067-11e9-8bad-9b1deb4d3b7d',
  '000003e8-2363-21ef-b200-325096b39f47',
  '5df41881-3aed-3515-88a7-2f4a814cf09e',
  '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  '1ef21d2f-1207-6660-8c4f-419efbd44d48',
  '019F1D2E-3C4B-7A5D-8E6F-0123456789AB',
  '320c3d4d-cc00-875b-8ec9-32d5f69181c0',
])('a learner may have an id of any version: %s', async (user_id) => {
  expect((await call(createUser, 'POST /api/user/create', { body: { user_id } })).status).toBe(201)
  const found = await call(user, `GET /api/user/${user_id}`)
  expect(await found.json()).toMatchObject({ id: user_id.toLowerCase() })
})

test('GET /api/user/me answers the learner of the header', async () => {
  const user_id = crypto.randomUUID()
  const created = await call(createUser, 'POST /api/user/create', { body: { user_id } })
  const found = await call(user, 'GET /api/user/me', { headers: { 'x-user-id': user_id } })
  expect([found.status, await found.json()]).toEqual([200, await created.json()])
})
