import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findReading } from '../../lib/db/find-reading.ts'
import { createUser, storePreferences } from '../../lib/db/user-queries.ts'
import { buildProfileKeys } from '../../lib/profile/profile-keys.ts'
import type { Statement } from '../../local/sql-request.ts'
import { aSubject } from '../support/a-subject.ts'
import { explain } from '../support/explain.ts'
import { learnerAnswers } from '../support/plan-task.ts'
import { publishLesson } from '../support/publish-lesson.ts'
import { startDatabase, type StartedDatabase } from '../support/start-database.ts'

let database: StartedDatabase
const asked: Statement[] = []
beforeAll(async () => {
  database = await startDatabase({
    before: ({ statements }) => {
      asked.push(...statements)
      return undefined
    },
  })
})
afterAll(() => database.close())

test('a lesson’s rewrites are found through the lookup index, with choices and without, among 50,000 rows', async () => {
  const { db } = database
  const userId = crypto.randomUUID()
  const profileKeys = await buildProfileKeys(learnerAnswers)
  const [lesson] = await Promise.all([publishLesson(db), createUser(db, userId, aSubject())])
  await storePreferences(db, userId, { answers: learnerAnswers, profileKeys })
  await sql`
    insert into personalized_content_cache (key, lesson_slug, section_id, scope, content_hash, preferences_hash, recipe, level, variant,
      state, content, proof)
    select lpad(to_hex(n), 64, '0'), 'a', 'b', 'published', lpad(to_hex(n / 9), 64, 'a'), ${profileKeys.prose}, 'p1/test',
      (array['as-is', 'simpler', 'deeper'])[n % 3 + 1], n / 3 % 3, 'ready', 'Text.', '{}'
    from generate_series(1, 50000) as n`.execute(db)
  await sql`analyze`.execute(db)
  for (const choices of [new Map(), new Map([['torque', { level: 'simpler', variant: 2 } as const]])]) {
    const query = {
      userId,
      slug: lesson.slug,
      contentHash: undefined,
      recipe: 'p1/test',
      level: 'as-is',
      choices,
      remember: true,
      subject: aSubject(),
      observations: [],
    } as const
    asked.length = 0
    await findReading(db, query)
    expect(asked).toHaveLength(1)
    expect(await explain(db, asked[0] as Statement)).toMatch(
      /Index Scan using personalized_content_cache_lookup .*\n\s+Index Cond: .*content_hash.*preferences_hash.*context_hash.*recipe.*level.*variant/,
    )
  }
})
