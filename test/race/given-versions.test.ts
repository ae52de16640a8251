import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeGivenVersion } from '../../lib/db/learner-lesson-queries.ts'
import { storeRewrite, type Lease } from '../../lib/db/lease-queries.ts'
import { createUser } from '../../lib/db/user-queries.ts'
import { takeALease } from '../support/take-a-lease.ts'
import { aSubject } from '../support/a-subject.ts'
import { aProof } from '../support/a-proof.ts'
import { aRow } from '../support/a-row.ts'
import { createRandom } from '../support/random.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const keys = Array.from({ length: 12 }, (_, index) => index.toString(16).padStart(64, '0'))

async function aReadyRewrite(key: string): Promise<void> {
  const lease = (await takeALease(database.db, { ...aRow(), key })) as Lease
  await storeRewrite(database.db, lease, { heading: null, content: 'Text.', proof: aProof() })
}

test('of 30 readers who finish the same sections together none is forgotten, in each of 20 rounds', async () => {
  const { db } = database
  const { below } = createRandom(1)
  await Promise.all(keys.map(aReadyRewrite))
  const readers = Array.from({ length: 30 }, () => crypto.randomUUID())
  await Promise.all(readers.map((reader) => createUser(db, reader, aSubject())))
  for (let round = 0; round < 20; round++) {
    const given = readers.map((userId) => {
      const order = keys.map((key) => ({ key, at: below(1000) })).toSorted((a, b) => a.at - b.at)
      const read = order.map(({ key }) => key)
      const hash = round.toString(16).padStart(64, '0')
      return { userId, slug: 'lesson', contentHash: hash, versionKey: hash, keys: read, accepted: read }
    })
    await Promise.all(given.map((version) => storeGivenVersion(db, version)))
  }
  const stored = await db.selectFrom('learner_lessons').select('version_key').execute()
  expect(stored).toHaveLength(20 * 30)
})
