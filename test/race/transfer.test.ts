import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { redeemTransfer, storeTransfer, type Transfer } from '../../lib/db/transfer-queries.ts'
import { createUser, storePreferences } from '../../lib/db/user-queries.ts'
import { eraseLearner } from '../../lib/db/learner-data-queries.ts'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import { someAnswers } from '../support/a-learner.ts'
import { aSubject } from '../support/a-subject.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const rounds = Array.from({ length: 40 }, (_, round) => round)
let codes = 0

/** A code on the quota of one address or another, of which each may make and try any number. */
const aTransfer = (address = 'one'): Transfer => ({
  codeHash: (++codes).toString(16).padStart(32, '0'),
  subject: {
    ...aSubject(),
    buckets: [{ name: `transfers:${address}`, requests: { name: 'ADDRESS_DAILY_TRANSFERS', max: 100_000 } }],
  },
})

async function aLearnerWithProfile(): Promise<string> {
  const id = crypto.randomUUID()
  await createUser(database.db, id, aSubject())
  await storePreferences(database.db, id, { answers: someAnswers, profileKeys: await buildProfileKeys(someAnswers) })
  return id
}

const redeem = (transfer: Transfer, address: string) =>
  redeemTransfer(database.db, { ...transfer, subject: aTransfer(address).subject })

test('a code that twelve devices redeem at once goes to exactly one, from one address or many, in each of 40 rounds', async () => {
  const learner = await aLearnerWithProfile()
  for (const round of rounds) {
    const transfer = aTransfer()
    await storeTransfer(database.db, learner, transfer)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, device) => redeem(transfer, round % 2 === 0 ? 'one' : `number ${device}`)),
    )
    const given = answers.filter((answer) => answer !== undefined)
    expect(given.map(({ user_id }) => user_id)).toEqual([learner])
  }
})

test('of codes that one learner makes at once the last one stored holds alone, in each of 40 rounds', async () => {
  const learner = await aLearnerWithProfile()
  for (const round of rounds) {
    const made = Array.from({ length: 6 }, (_, device) => aTransfer(`${round} ${device}`))
    await Promise.all(made.map((transfer) => storeTransfer(database.db, learner, transfer)))
    const answers = await Promise.all(made.map((transfer, device) => redeem(transfer, `${round} ${device}`)))
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1)
  }
})

test('making, redeeming, erasing and running out meet without an error, and each code tried is counted, in each of 40 rounds', async () => {
  const countTries = async () => {
    const { rows } = await sql<{ tries: string }>`
      select coalesce(sum(requests), 0) as tries from spending where bucket in ('transfers:guesser', 'transfers:another')`.execute(
      database.db,
    )
    return Number(rows[0]?.tries)
  }
  for (const _ of rounds) {
    const [staying, erased, slow] = await Promise.all([
      aLearnerWithProfile(),
      aLearnerWithProfile(),
      aLearnerWithProfile(),
    ])
    const before = await countTries()
    const late = aTransfer()
    await storeTransfer(database.db, slow, late)
    await sql`update transfers set expires_at = '2020-01-01' where code_hash = ${late.codeHash}`.execute(database.db)
    const [one, other] = [aTransfer(), aTransfer('other')]
    await Promise.all([
      storeTransfer(database.db, staying, one),
      storeTransfer(database.db, erased, other),
      redeem(one, 'another'),
      redeem(late, 'guesser'),
      eraseLearner(database.db, erased),
      storeTransfer(database.db, erased, aTransfer()),
      redeem(other, 'guesser'),
    ])
    expect(await countTries()).toBe(before + 3)
    expect(await redeem(late, 'one')).toBeUndefined()
    expect(await redeem(other, 'one')).toBeUndefined()
  }
})
