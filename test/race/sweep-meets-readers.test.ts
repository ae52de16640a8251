import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { renewLease, storeRewrite } from '../../lib/db/lease-queries.ts'
import { aRow } from '../support/a-row.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { takeALease } from '../support/take-a-lease.ts'
import { accepted, useSweptDatabase } from '../support/use-swept-database.ts'

const { database, sweepOnce, aLearnerUnseen, aRewriteUnread, learners, rewrites, read } = useSweptDatabase()

test('a rewrite that is read or taken while the sweep runs is swept or stays, and what stays is whole, in each of 40 rounds', async () => {
  for (let round = 0; round < 40; round++) {
    const keys = await Promise.all(Array.from({ length: 5 }, () => aRewriteUnread(200)))
    const touch = (key: string) =>
      sql`update personalized_content_cache set last_read_at = clock_timestamp() where key = ${key} returning key`.execute(
        database().db,
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
    const lease = await takeALease(database().db, row)
    if (!lease) throw new Error('The row is held')
    await sql`update personalized_content_cache set created_at = '2020-01-01', last_read_at = '2020-01-01'
      where key = ${row.key}`.execute(database().db)
    const [renewed] = await Promise.all([
      renewLease(database().db, lease),
      sweepOnce('rewrites'),
      sweepOnce('rewrites'),
    ])
    expect(renewed).toBe(true)
    const [stored] = await Promise.all([
      storeRewrite(database().db, lease, accepted),
      sweepOnce('rewrites'),
      sweepOnce('rewrites'),
    ])
    expect(stored).toBe(true)
    expect(await rewrites()).toContain(row.key)
  }
})

test('a learner who comes back under the sweep is swept or stays, and reads without an error, in each of 40 rounds', async () => {
  const { slug } = await publishLesson(database().db)
  for (let round = 0; round < 40; round++) {
    const back = await Promise.all(Array.from({ length: 5 }, () => aLearnerUnseen(500)))
    const [readings] = await Promise.all([
      Promise.all(back.map((learner) => read(learner, slug))),
      sweepOnce('learners'),
      sweepOnce('learners'),
    ])
    expect(readings.every(({ lesson }) => lesson !== null)).toBe(true)
    const left = new Set(await learners())
    // A learner who was swept gets 404, and the page sends the profile again.
    for (const [index, learner] of back.entries())
      if (readings[index]?.reader === null) expect(left).not.toContain(learner)
  }
})
