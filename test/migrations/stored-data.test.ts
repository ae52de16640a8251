import { afterAll, beforeAll, expect, test } from 'vitest'
import { storedData } from '../../lib/profile/stored-data.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

test('the privacy page describes every column of every table, and no other', async () => {
  const tables = await database.db.introspection.getTables()
  const stored = tables.map(({ name, columns }) => [name, columns.map((column) => column.name).toSorted()])
  const described = storedData.map(({ table, columns }) => [table, Object.keys(columns).toSorted()])
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(stored))
})

test('what the privacy page says of a learner stands in the tables that are erased with them', async () => {
  const tables = await database.db.introspection.getTables()
  const named = tables.filter(
    ({ name, columns }) => name === 'users' || columns.some((column) => column.name === 'user_id'),
  )
  const described = storedData.filter(({ about }) => about === 'learner').map(({ table }) => table)
  expect(described.toSorted()).toEqual(named.map(({ name }) => name).toSorted())
})
