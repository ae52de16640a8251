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
