import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { storeGivenVersion } from '../../lib/db/learner-lesson-queries.ts'
import { storeFeedback } from '../../lib/db/feedback-queries.ts'
import { countSweepable } from '../../lib/db/sweep-queries.ts'
import { sweepDatabase } from '../../lib/db/sweep.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { retention, useSweptDatabase } from '../support/use-swept-database.ts'

const { database, sweepOnce, aLearnerUnseen, aRewriteUnread, learners, rewrites, read } = useSweptDatabase()

test('a learner goes 400 days after the last sign of life, with all they own, and not a day before', async () => {
  const [gone, recent, answering, rating] = [
    await aLearnerUnseen(401),
    await aLearnerUnseen(399),
    await aLearnerUnseen(401),
    await aLearnerUnseen(401),
  ]
  const rewriteKey = await aRewriteUnread(0)
  await sql`insert into user_preferences (user_id, education_level, programming_experience, robotics_background,
    ai_ml_experience, learning_goals, profile_keys)
    values (${answering}, 'graduate', 'none', false, 'none', '{hobby}', '{}')`.execute(database().db)
  await storeFeedback(database().db, { userId: rating, rewriteKey, rating: 'up', reason: null })
  await storeGivenVersion(database().db, {
    ...{ userId: gone, slug: 'lesson', contentHash: 'a'.repeat(64), versionKey: 'b'.repeat(64) },
    ...{ keys: [rewriteKey], accepted: [] },
  })
  expect(await countSweepable(database().db, 'learners', retention)).toBe(1)
  expect(await sweepOnce('learners')).toBe(1)
  expect((await learners()).toSorted()).toEqual([recent, answering, rating].toSorted())
  expect(await database().db.selectFrom('learner_lessons').select('user_id').execute()).toEqual([])
})

test('asking for a lesson is a sign of life, and reading a rewrite keeps it, both written down once a day', async () => {
  const { slug } = await publishLesson(database().db)
  const learner = await aLearnerUnseen(401)
  await read(learner, slug)
  expect(await sweepOnce('learners')).toBe(0)
  const lastSeen = () => database().db.selectFrom('users').select('last_seen_at').executeTakeFirst()
  const seen = await lastSeen()
  await read(learner, slug)
  expect(await lastSeen()).toEqual(seen)
})

test('a rewrite goes 180 days after it was last read; one that is leased, or was just written again, stays', async () => {
  const [gone, recent, leased, again] = [
    await aRewriteUnread(181),
    await aRewriteUnread(179),
    await aRewriteUnread(181),
    await aRewriteUnread(181),
  ]
  await sql`update personalized_content_cache set state = 'writing', content = null, lease_token = gen_random_uuid(),
    lease_until = clock_timestamp() + interval '20 seconds' where key = ${leased}`.execute(database().db)
  await sql`update personalized_content_cache set created_at = clock_timestamp() where key = ${again}`.execute(
    database().db,
  )
  expect(await countSweepable(database().db, 'rewrites', retention)).toBe(1)
  expect(await sweepOnce('rewrites')).toBe(1)
  expect(await rewrites()).toEqual(expect.not.arrayContaining([gone]))
  expect((await rewrites()).toSorted()).toEqual([recent, leased, again].toSorted())
})

test('of the versions of a lesson the current one stays, and every one that somebody was given lately', async () => {
  const version = (hash: string, days: number) =>
    sql`insert into lessons (slug, content_hash, title, description, language, tags, locked, sections, glossary, published_at)
      values ('a', ${hash.repeat(64)}, '', '', 'en', '{}', false, '[]', '[]', clock_timestamp() - make_interval(days => ${days}))`.execute(
      database().db,
    )
  await version('1', 400)
  await version('2', 300)
  await version('3', 200)
  const given = { userId: await aLearnerUnseen(0), slug: 'a', contentHash: '2'.repeat(64), versionKey: 'b'.repeat(64) }
  await storeGivenVersion(database().db, { ...given, keys: [], accepted: [] })
  expect(await sweepOnce('lesson_versions')).toBe(1)
  const left = await database().db.selectFrom('lessons').select('content_hash').orderBy('content_hash').execute()
  expect(left.map(({ content_hash }) => content_hash[0])).toEqual(['2', '3'])
})

test('counters go with the second midnight after their day', async () => {
  await sql`insert into spending (bucket, day)
    select 'all', (clock_timestamp() at time zone 'utc')::date - age from generate_series(0, 4) as age`.execute(
    database().db,
  )
  expect(await sweepOnce('spending')).toBe(3)
})

const someInsights = (...ages: number[]) =>
  sql`insert into insights_daily (day, measure, label, amount)
    select (clock_timestamp() at time zone 'utc')::date - age, 'lessons', 'cached', 1
    from unnest(${ages}::int[]) as age`.execute(database().db)

test('the sums of a day go 400 days after it, and not a day before', async () => {
  await someInsights(0, 30, 365, 400, 401, 800)
  expect(await countSweepable(database().db, 'insights', retention)).toBe(2)
  expect(await sweepDatabase(database().db, retention, { now: () => 0, deadline: 1 })).toMatchObject({ insights: 2 })
  const left = await database().db.selectFrom('insights_daily').select('amount').execute()
  expect(left).toHaveLength(4)
})

test('a retention of 0 days sweeps nothing, however old', async () => {
  await aLearnerUnseen(9_000)
  await aRewriteUnread(9_000)
  await someInsights(9_000)
  const never = { learnerDays: 0, rewriteDays: 0, insightDays: 0 }
  expect(await countSweepable(database().db, 'learners', never)).toBe(0)
  const swept = await sweepDatabase(database().db, never, { now: () => 0, deadline: 1 })
  expect(swept).toMatchObject({ learners: 0, rewrites: 0, lesson_versions: 0, insights: 0, finished: true })
})

test('a sweep whose time is up says that it is not finished, and the next one goes on', async () => {
  await sql`insert into users (id, updated_at, last_seen_at) select gen_random_uuid(), '2020-01-01', '2020-01-01'
    from generate_series(1, 700)`.execute(database().db)
  let statements = 0
  const swept = await sweepDatabase(database().db, retention, {
    now: () => statements,
    deadline: 1,
    onBatch: () => statements++,
  })
  expect(swept).toMatchObject({ learners: 500, finished: false })
  expect(await sweepDatabase(database().db, retention, { now: () => 0, deadline: 1 })).toMatchObject({
    learners: 200,
    finished: true,
  })
})
