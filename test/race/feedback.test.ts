import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeFailure, storeRejection, storeRewrite, type Lease } from '../../lib/db/lease-queries.ts'
import { storeFeedback, type Feedback } from '../../lib/db/feedback-queries.ts'
import { createUser } from '../../lib/db/user-queries.ts'
import { takeALease } from '../support/take-a-lease.ts'
import { aSubject } from '../support/a-subject.ts'
import { aFailure } from '../support/a-failure.ts'
import { aProof } from '../support/a-proof.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())

const accepted = { heading: null, content: 'Text.', proof: aProof() }
let rows = 0

const takeRow = async (key: string): Promise<Lease> => {
  const row = {
    ...({ key, scope: 'published', content_hash: key, context_hash: key, preferences_hash: key } as const),
    ...{ recipe: 'p1/test', lesson_slug: 'a', section_id: 'b' },
    ...({ level: 'as-is', variant: 0 } as const),
  }
  const lease = await takeALease(database.db, row)
  if (!lease) throw new Error('The row is held')
  return lease
}

/** A rewrite that one learner has rated. */
async function aRatedRewrite(): Promise<Feedback> {
  const feedback = { userId: crypto.randomUUID(), rewriteKey: (++rows).toString(16).padStart(64, '0') }
  await createUser(database.db, feedback.userId, aSubject())
  await storeRewrite(database.db, await takeRow(feedback.rewriteKey), accepted)
  const rated = { ...feedback, rating: 'up', reason: null } as const
  expect(await storeFeedback(database.db, rated)).toBe('stored')
  return rated
}

const ratingsOf = ({ rewriteKey }: Feedback) =>
  database.db.selectFrom('feedback').select('rating').where('rewrite_key', '=', rewriteKey).execute()

/** As after a change of the verifier: the text is written again under the same key. */
async function retake({ rewriteKey }: Feedback): Promise<Lease> {
  await database.db
    .updateTable('personalized_content_cache')
    .set({ verifier_version: 0 })
    .where('key', '=', rewriteKey)
    .execute()
  return takeRow(rewriteKey)
}

test.each([
  ['another text', (lease: Lease) => storeRewrite(database.db, lease, accepted)],
  ['a rejection', (lease: Lease) => storeRejection(database.db, lease, aProof({ verdict: 'rejected' }))],
  ['nothing', (lease: Lease) => storeFailure(database.db, lease, aFailure())],
])('what learners said of a text goes when %s takes its place', async (_what, replace) => {
  const rated = await aRatedRewrite()
  const lease = await retake(rated)
  expect(await ratingsOf(rated)).toHaveLength(1)
  await replace(lease)
  expect(await ratingsOf(rated)).toEqual([])
})

test('a writer that lost its lease takes no one’s word away', async () => {
  const rated = await aRatedRewrite()
  const late = await retake(rated)
  await sql`update personalized_content_cache set lease_until = '-infinity' where key = ${rated.rewriteKey}`.execute(
    database.db,
  )
  await storeRewrite(database.db, await takeRow(rated.rewriteKey), accepted)
  await storeFeedback(database.db, rated)
  expect(await storeRewrite(database.db, late, accepted)).toBe(false)
  expect(await ratingsOf(rated)).toHaveLength(1)
})

test('what is said of a rewrite goes with its row, and what a learner said goes with the learner', async () => {
  const [swept, left] = [await aRatedRewrite(), await aRatedRewrite()]
  await database.db.deleteFrom('personalized_content_cache').where('key', '=', swept.rewriteKey).execute()
  await database.db.deleteFrom('users').where('id', '=', left.userId).execute()
  expect([await ratingsOf(swept), await ratingsOf(left)]).toEqual([[], []])
})

test('a learner who presses 30 times at once has said it once', async () => {
  const rated = await aRatedRewrite()
  const presses = Array.from({ length: 30 }, (_, index) =>
    storeFeedback(database.db, { ...rated, rating: index % 2 === 0 ? 'up' : 'down' }),
  )
  expect(new Set(await Promise.all(presses))).toEqual(new Set(['stored']))
  expect(await ratingsOf(rated)).toHaveLength(1)
})

test('rating while the rewrite or the learner goes is stored or refused, never an error, in each of 40 rounds', async () => {
  for (let round = 0; round < 40; round++) {
    const rated = await aRatedRewrite()
    const learners = Array.from({ length: 10 }, () => crypto.randomUUID())
    await Promise.all(learners.map((learner) => createUser(database.db, learner, aSubject())))
    const gone =
      round % 2 === 0
        ? database.db.deleteFrom('personalized_content_cache').where('key', '=', rated.rewriteKey)
        : database.db.deleteFrom('users').where('id', 'in', learners)
    const [answers] = await Promise.all([
      Promise.all(learners.map((userId) => storeFeedback(database.db, { ...rated, userId }))),
      gone.execute(),
    ])
    const refusal = round % 2 === 0 ? 'no-such-rewrite' : 'no-such-user'
    expect(answers.filter((answer) => answer !== 'stored' && answer !== refusal)).toEqual([])
    expect((await ratingsOf(rated)).length).toBe(round % 2 === 0 ? 0 : 1)
  }
})
