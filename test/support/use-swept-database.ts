import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { findReading } from '../../lib/db/find-reading.ts'
import { storeRewrite } from '../../lib/db/lease-queries.ts'
import { sweepBatch, type SweptKind } from '../../lib/db/sweep-queries.ts'
import { createUser } from '../../lib/db/user-queries.ts'
import { aProof } from './a-proof.ts'
import { aRow } from './a-row.ts'
import { aSubject } from './a-subject.ts'
import { startDatabase, type StartedDatabase } from './start-database.ts'
import { takeALease } from './take-a-lease.ts'

export const retention = { learnerDays: 400, rewriteDays: 180, insightDays: 400 }
export const accepted = { heading: null, content: 'Text.', proof: aProof() }

/** A database of a file's own, empty before each test, and what grows old in it. */
export function useSweptDatabase() {
  let started: StartedDatabase | undefined
  const database = (): StartedDatabase => {
    if (started === undefined) throw new Error('The database is there only while tests run')
    return started
  }
  beforeAll(async () => {
    started = await startDatabase()
  })
  afterAll(() => started?.close())
  beforeEach(() =>
    sql`truncate users, personalized_content_cache, lessons, learner_lessons, feedback, spending, insights_daily cascade`.execute(
      database().db,
    ),
  )

  const sweepOnce = (kind: SweptKind) => sweepBatch(database().db, kind, { ...retention, max: 500 })

  async function aLearnerUnseen(days: number): Promise<string> {
    const id = crypto.randomUUID()
    await createUser(database().db, id, aSubject())
    await sql`update users set updated_at = last_seen, last_seen_at = last_seen
      from (select clock_timestamp() - make_interval(days => ${days}) as last_seen) as time where id = ${id}`.execute(
      database().db,
    )
    return id
  }

  async function aRewriteUnread(days: number): Promise<string> {
    const row = aRow()
    const lease = await takeALease(database().db, row)
    if (!lease) throw new Error('The row is held')
    await storeRewrite(database().db, lease, accepted)
    await sql`update personalized_content_cache set created_at = last_read, last_read_at = last_read
      from (select clock_timestamp() - make_interval(days => ${days}) as last_read) as time where key = ${row.key}`.execute(
      database().db,
    )
    return row.key
  }

  const learners = async () => (await database().db.selectFrom('users').select('id').execute()).map(({ id }) => id)
  const rewrites = async () =>
    (await database().db.selectFrom('personalized_content_cache').select('key').execute()).map(({ key }) => key)

  /** A reading of a lesson that is published, by this learner. */
  const read = (userId: string, slug: string) =>
    findReading(database().db, {
      ...{
        userId,
        slug,
        contentHash: undefined,
        recipe: 'p1/test',
        level: 'as-is',
        choices: new Map(),
        remember: true,
      },
      subject: aSubject(),
      observations: [],
    } as const)

  return { database, sweepOnce, aLearnerUnseen, aRewriteUnread, learners, rewrites, read }
}
