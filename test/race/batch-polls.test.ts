import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { createDatabase } from '../../lib/db/create-database.ts'
import { createPoll } from '../../lib/runtime/create-poll.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
let statements: string[] = []

beforeAll(async () => {
  database = await startDatabase({
    before: (request) => {
      statements.push(...request.statements.map(({ params }) => params.join(' ')))
      return undefined
    },
  })
})
afterAll(() => database.close())
beforeEach(() => {
  statements = []
})

const aKey = (): string => crypto.randomUUID()
const aRequest = () => createPoll(createDatabase(database), database)

test('requests of one process that wait for what others write ask the database together, by one statement', async () => {
  const keys = [aKey(), aKey(), aKey()]
  const found = await Promise.all(keys.map((key) => aRequest()(key)))
  expect(found).toEqual([undefined, undefined, undefined])
  expect(statements).toEqual([keys.join(' ')])
})

test('on the edge, where none may wait for the connection of another, each asks for itself', async () => {
  vi.stubGlobal('EdgeRuntime', 'edge-runtime')
  const keys = [aKey(), aKey()]
  await Promise.all(keys.map((key) => aRequest()(key)))
  vi.unstubAllGlobals()
  expect(statements.toSorted()).toEqual(keys.toSorted())
})

test('when the process is set to another database, it asks that one', async () => {
  const other = await startDatabase()
  await aRequest()(aKey())
  await createPoll(other.db, other)(aKey())
  expect(statements).toHaveLength(1)
  await other.close()
})
