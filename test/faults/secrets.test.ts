import { beforeEach, expect, test } from 'vitest'
import createUser from '../../api/user/create.ts'
import health from '../../api/health.ts'
import personalize from '../../api/personalize.ts'
import preferences from '../../api/user/preferences.ts'
import { aKey, type TestKey } from '../support/a-key.ts'
import { aLearner } from '../support/a-learner.ts'
import { aModel } from '../support/a-model.ts'
import type { Breakage } from '../support/broken-database.ts'
import { call, type EdgeFunction } from '../support/call.ts'
import { canaries, canarySettings, expectNoSecrets, readWhole } from '../support/canaries.ts'
import { databaseFaults, type DatabaseFault } from '../support/database-faults.ts'
import { backgroundWork } from '../support/background-work.ts'
import { lessonFile } from '../support/lesson-file.ts'
import { takeLoggedErrors } from '../support/logged-errors.ts'
import { useBrokenDatabase } from '../support/use-broken-database.ts'

const broken = useBrokenDatabase()
let learner: string
let key: TestKey
beforeEach(async () => {
  aModel('echo')
  learner = await aLearner()
  key = await aKey({}, broken.database.db)
  Object.assign(process.env, canarySettings)
})

/** A refusal that repeats every header of the statement, in every field that PostgreSQL has for words. */
const leaking =
  (code: string): Breakage =>
  ({ request, response }) => {
    const leak = `password authentication failed: ${JSON.stringify(request.headers)}`
    const fields = ['message', 'detail', 'hint', 'where', 'schema', 'table', 'column', 'constraint', 'routine']
    const words = Object.fromEntries(fields.map((field) => [field, leak]))
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end(JSON.stringify({ severity: 'ERROR', code, ...words }))
  }
/** A wrong password, no such table, no such function, a full disk, a defect, our own, and none at all. */
const codes = ['28P01', '42P01', '42883', '53100', 'XX000', '23503', '23505', 'PS001', 'PS002', 'PS003', 'PS004', '']
const refusals = codes.map((code): DatabaseFault => ({
  fault: `400 with SQLSTATE "${code}" and the connection string in its words`,
  runs: false,
  goesOn: 'at once',
  breakage: leaking(code),
}))

const own = { lesson_slug: 'mine/secrets', original_content: lessonFile, sections: ['torque'] }

test.each([...databaseFaults, ...refusals])(
  'under "$fault", neither an answer nor a log has a key or a password in it, whichever statement it strikes',
  async (fault) => {
    const calls: readonly (readonly [EdgeFunction, string, object?])[] = [
      [personalize, 'POST /api/personalize', own],
      [createUser, 'POST /api/user/create', { user_id: crypto.randomUUID() }],
      [preferences, 'PUT /api/user/preferences', { education_level: 'graduate' }],
      [health, 'GET /api/health'],
    ]
    for (const [edgeFunction, path, body] of calls) {
      broken.strike(() => fault)
      const headers = { ...key.headers, 'x-user-id': learner }
      const answered = await call(edgeFunction, path, { body, headers }).then(readWhole)
      await backgroundWork()
      broken.endFault()
      expectNoSecrets([answered], [key.key])
    }
    takeLoggedErrors()
  },
)

test.each(refusals)('under "$fault" while a section is written, nothing leaks either', async (fault) => {
  let statements = 0
  broken.strike(() => (++statements > 1 ? fault : undefined))
  const headers = { ...key.headers, 'x-user-id': learner, accept: 'text/event-stream' }
  const answered = await call(personalize, 'POST /api/personalize', { body: own, headers }).then(readWhole)
  // What was paid for is stored as soon as the database answers.
  broken.endFault()
  await backgroundWork()
  expect(answered).toContain('lesson-start')
  expectNoSecrets([answered], [key.key])
  takeLoggedErrors()
})

test('these tests find a secret that leaks', () => {
  expect(() => expectNoSecrets([`Bearer ${key.key}`], [key.key])).toThrow(key.key.slice('plm_id000000'.length))
  console.log(`postgresql://palimpsest:${canaries.databasePassword}@db`)
  expect(() => expectNoSecrets([])).toThrow(canaries.databasePassword)
})
