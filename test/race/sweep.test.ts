import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findReading } from '../../lib/cache/find-reading.ts'
import { storeGivenVersion } from '../../lib/cache/learner-lesson-queries.ts'
import { renewLease, storeRewrite } from '../../lib/cache/lease-queries.ts'
import { storeFeedback } from '../../lib/db/feedback-queries.ts'
import { sweep } from '../../lib/db/sweep.ts'
import { countSweepable, sweepBatch, type SweptKind } from '../../lib/db/sweep-queries.ts'
import { createUser } from '../../lib/db/user-queries.ts'
import { aProof } from '../support/a-proof.ts'
import { aRow } from '../support/a-row.ts'
import { aSpender } from '../support/a-spender.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'
import { takeALease } from '../support/take-a-lease.ts'

let database: StartedDatabase
beforeAll(async () => {
  database = await startDatabase()
})
afterAll(() => database.close())
beforeEach(() =>
  sql`truncate users, personalized_content_cache, lessons, learner_lessons, feedback, spending, insights_daily cascade`.execute(
    database.db,
  ),
)

const retention = { learnerDays: 400, rewriteDays: 180, insightDays: 400 }
const accepted = { heading: null, content: 'Text.', proof: aProof() }
const sweepOnce = (kind: SweptKind) => sweepBatch(database.db, kind, { ...retention, most: 500 })

async function aLearnerUnseen(days: number): Promise<string> {
  const id = crypto.randomUUID()
  await createUser(database.db, id, aSpender())
  await sql`update users set updated_at = last_seen, last_seen_at = last_seen
    from (select clock_timestamp() - make_interval(days => ${days}) as last_seen) as time where id = ${id}`.execute(
    database.db,
  )
  return id
}

async function aRewriteUnread(days: number): Promise<string> {
  const row = aRow()
  const lease = await takeALease(database.db, row)
  if (!lease) throw new Error('The row is held')
  await storeRewrite(database.db, lease, accepted)
  await sql`update personalized_content_cache set created_at = last_read, last_read_at = last_read
    from (select clock_timestamp() - make_interval(days => ${days}) as last_read) as time where key = ${row.key}`.execute(
    database.db,
  )
  return row.key
}

const learners = async () => (await database.db.selectFrom('users').select('id').execute()).map(({ id }) => id)
const rewrites = async () =>
  (await database.db.selectFrom('personalized_content_cache').select('key').execute()).map(({ key }) => key)

/** A reading of a lesson that is published, by this learner. */
const read = (userId: string, slug: string) =>
  findReading(database.db, {
    ...{ userId, slug, contentHash: undefined, recipe: 'p1/test', dial: 'as-is', choices: new Map(), remember: true },
    spender: aSpender(),
    observations: [],
  } as const)

test('a learner goes 400 days after the last sign of life, with all they own, and not a day before', async () => {
  const [gone, kept, answering, rating] = [
    await aLearnerUnseen(401),
    await aLearnerUnseen(399),
    await aLearnerUnseen(401),
    await aLearnerUnseen(401),
  ]
  const rewriteKey = await aRewriteUnread(0)
  await sql`insert into user_preferences (user_id, education_level, programming_experience, robotics_background,
    ai_ml_experience, learning_goals, profile_keys)
    values (${answering}, 'graduate', 'none', false, 'none', '{hobby}', '{}')`.execute(database.db)
  await storeFeedback(database.db, { userId: rating, rewriteKey, rating: 'up', reason: null })
  await storeGivenVersion(database.db, {
    ...{ userId: gone, slug: 'lesson', contentHash: 'a'.repeat(64), versionKey: 'b'.repeat(64) },
    ...{ keys: [rewriteKey], accepted: [] },
  })
  expect(await countSweepable(database.db, 'learners', retention)).toBe(1)
  expect(await sweepOnce('learners')).toBe(1)
  expect((await learners()).toSorted()).toEqual([kept, answering, rating].toSorted())
  expect(await database.db.selectFrom('learner_lessons').select('user_id').execute()).toEqual([])
})

test('asking for a lesson is a sign of life, and reading a rewrite keeps it, both written down once a day', async () => {
  const { slug } = await publishLesson(database.db)
  const learner = await aLearnerUnseen(401)
  await read(learner, slug)
  expect(await sweepOnce('learners')).toBe(0)
  const lastSeen = () => database.db.selectFrom('users').select('last_seen_at').executeTakeFirst()
  const seen = await lastSeen()
  await read(learner, slug)
  expect(await lastSeen()).toEqual(seen)
})

test('a rewrite goes 180 days after it was last read; one that is leased, or was just written again, stays', async () => {
  const [gone, kept, leased, again] = [
    await aRewriteUnread(181),
    await aRewriteUnread(179),
    await aRewriteUnread(181),
    await aRewriteUnread(181),
  ]
  await sql`update personalized_content_cache set state = 'writing', content = null, lease_token = gen_random_uuid(),
    lease_until = clock_timestamp() + interval '20 seconds' where key = ${leased}`.execute(database.db)
  await sql`update personalized_content_cache set created_at = clock_timestamp() where key = ${again}`.execute(
    database.db,
  )
  expect(await countSweepable(database.db, 'rewrites', retention)).toBe(1)
  expect(await sweepOnce('rewrites')).toBe(1)
  expect(await rewrites()).toEqual(expect.not.arrayContaining([gone]))
  expect((await rewrites()).toSorted()).toEqual([kept, leased, again].toSorted())
})

test('of the versions of a lesson the current one stays, and every one that somebody was given lately', async () => {
  const version = (hash: string, days: number) =>
    sql`insert into lessons (slug, content_hash, title, description, language, tags, locked, sections, glossary, published_at)
      values ('a', ${hash.repeat(64)}, '', '', 'en', '{}', false, '[]', '[]', clock_timestamp() - make_interval(days => ${days}))`.execute(
      database.db,
    )
  await version('1', 400)
  await version('2', 300)
  await version('3', 200)
  const given = { userId: await aLearnerUnseen(0), slug: 'a', contentHash: '2'.repeat(64), versionKey: 'b'.repeat(64) }
  await storeGivenVersion(database.db, { ...given, keys: [], accepted: [] })
  expect(await sweepOnce('lesson_versions')).toBe(1)
  const left = await database.db.selectFrom('lessons').select('content_hash').orderBy('content_hash').execute()
  expect(left.map(({ content_hash }) => content_hash[0])).toEqual(['2', '3'])
})

test('counters go with the second midnight after their day', async () => {
  await sql`insert into spending (bucket, day)
    select 'all', (clock_timestamp() at time zone 'utc')::date - age from generate_series(0, 4) as age`.execute(
    database.db,
  )
  expect(await sweepOnce('spending')).toBe(3)
})

const someInsights = (...ages: number[]) =>
  sql`insert into insights_daily (day, measure, label, amount)
    select (clock_timestamp() at time zone 'utc')::date - age, 'lessons', 'cached', 1
    from unnest(${ages}::int[]) as age`.execute(database.db)

test('the sums of a day go 400 days after it, and not a day before', async () => {
  await someInsights(0, 30, 365, 400, 401, 800)
  expect(await countSweepable(database.db, 'insights', retention)).toBe(2)
  expect(await sweep(database.db, retention, { now: () => 0, deadline: 1 })).toMatchObject({ insights: 2 })
  const left = await database.db.selectFrom('insights_daily').select('amount').execute()
  expect(left).toHaveLength(4)
})

test('a retention of 0 days sweeps nothing, however old', async () => {
  await aLearnerUnseen(9_000)
  await aRewriteUnread(9_000)
  await someInsights(9_000)
  const never = { learnerDays: 0, rewriteDays: 0, insightDays: 0 }
  expect(await countSweepable(database.db, 'learners', never)).toBe(0)
  const swept = await sweep(database.db, never, { now: () => 0, deadline: 1 })
  expect(swept).toMatchObject({ learners: 0, rewrites: 0, lesson_versions: 0, insights: 0, finished: true })
})

test('a sweep whose time is up says that it is not finished, and the next one goes on', async () => {
  await sql`insert into users (id, updated_at, last_seen_at) select gen_random_uuid(), '2020-01-01', '2020-01-01'
    from generate_series(1, 700)`.execute(database.db)
  let statements = 0
  const swept = await sweep(database.db, retention, { now: () => statements, deadline: 1, onBatch: () => statements++ })
  expect(swept).toMatchObject({ learners: 500, finished: false })
  expect(await sweep(database.db, retention, { now: () => 0, deadline: 1 })).toMatchObject({
    learners: 200,
    finished: true,
  })
})

test('a rewrite that is read or taken while the sweep runs is swept or stays, and what stays is whole, in each of 40 rounds', async () => {
  for (let round = 0; round < 40; round++) {
    const keys = await Promise.all(Array.from({ length: 5 }, () => aRewriteUnread(200)))
    const touch = (key: string) =>
      sql`update personalized_content_cache set last_read_at = clock_timestamp() where key = ${key} returning key`.execute(
        database.db,
      )
    const [touched] = await Promise.all([
      Promise.all(keys.map(touch)),
      sweepOnce('rewrites'),
      sweepOnce('rewrites'),
      sweepOnce('rewrites'),
    ])
    const touchedKeys = touched.flatMap(({ rows }) => rows.map((row) => (row as { key: string }).key))
    expect(await rewrites()).toEqual(expect.arrayContaining(touchedKeys))
  }
})

test('a writer who holds a lease under the sweep keeps it and can store, in each of 40 rounds', async () => {
  for (let round = 0; round < 40; round++) {
    const row = aRow()
    const lease = await takeALease(database.db, row)
    if (!lease) throw new Error('The row is held')
    await sql`update personalized_content_cache set created_at = '2020-01-01', last_read_at = '2020-01-01'
      where key = ${row.key}`.execute(database.db)
    const [renewed] = await Promise.all([renewLease(database.db, lease), sweepOnce('rewrites'), sweepOnce('rewrites')])
    expect(renewed).toBe(true)
    const [stored] = await Promise.all([
      storeRewrite(database.db, lease, accepted),
      sweepOnce('rewrites'),
      sweepOnce('rewrites'),
    ])
    expect(stored).toBe(true)
    expect(await rewrites()).toContain(row.key)
  }
})

test('a learner who comes back under the sweep is swept or stays, and reads without an error, in each of 40 rounds', async () => {
  const { slug } = await publishLesson(database.db)
  for (let round = 0; round < 40; round++) {
    const back = await Promise.all(Array.from({ length: 5 }, () => aLearnerUnseen(500)))
    const [readings] = await Promise.all([
      Promise.all(back.map((learner) => read(learner, slug))),
      sweepOnce('learners'),
      sweepOnce('learners'),
    ])
    expect(readings.every(({ lesson }) => lesson !== null)).toBe(true)
    const left = new Set(await learners())
    // Who was not there any more was told so, and the page sends the profile again.
    for (const [index, learner] of back.entries())
      if (readings[index]?.reader === null) expect(left).not.toContain(learner)
  }
})
