import { migrateToLatest, migrateDown } from '../../lib/migrate/migrate.ts'
import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPgliteServer } from '../../local/pglite-server.ts'
import { withSession } from '../../local/with-session.ts'
import { startPostgres } from '../support/start-postgres.ts'
import { feedbackReasons } from '../../lib/profile/feedback.ts'
import { databaseColumns } from './database-columns.ts'

interface Server {
  readonly connectionString: string
  close(): Promise<void>
}

const servers: Readonly<Record<string, () => Promise<Server>>> = {
  PGlite: startPgliteServer,
  PostgreSQL: startPostgres,
}

describe.each(Object.keys(servers))('on %s', (name) => {
  let server: Server
  beforeAll(async () => {
    server = await (servers[name] as () => Promise<Server>)()
  })
  afterAll(() => server.close())

  const session = <Result>(run: (db: Kysely<never>) => Promise<Result>): Promise<Result> =>
    withSession(server.connectionString, run)

  test('migrations go up, all the way down to an empty database, and up again', async () => {
    const applied = await session(migrateToLatest)
    expect(applied.length).toBeGreaterThan(0)
    expect(await session(migrateToLatest)).toEqual([])
    for (const migration of applied.toReversed()) expect(await session(migrateDown)).toEqual([migration])
    expect(await session(readTables)).toEqual([])
    expect(await session(migrateToLatest)).toEqual(applied)
  })

  test('the Database types name exactly the columns of the migrated schema, with their nullability', async () => {
    await session(migrateToLatest)
    expect(await session(readColumns)).toEqual(databaseColumns)
  })

  test('the schema refuses what the questionnaire does not offer', async () => {
    await session(migrateToLatest)
    const id = '3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e'
    const insert = (column: string, value: string) =>
      session((db) =>
        sql`
          with learner as (insert into users (id) values (${id}) on conflict do nothing)
          insert into user_preferences (user_id, education_level, programming_experience, robotics_background,
            ai_ml_experience, learning_goals, preferred_language, profile_keys)
          select ${id},
            ${column === 'education_level' ? value : 'graduate'}, ${column === 'programming_experience' ? value : 'none'},
            true, ${column === 'ai_ml_experience' ? value : 'none'},
            ${column === 'learning_goals' ? value : '{hobby}'}::text[],
            ${column === 'preferred_language' ? value : 'en'}, '{}'`.execute(db),
      )
    for (const [column, value] of [
      ['education_level', 'kindergarten'],
      ['programming_experience', 'wizard'],
      ['ai_ml_experience', ''],
      ['learning_goals', '{}'],
      ['learning_goals', '{hobby,fame}'],
      ['preferred_language', 'english'],
    ] as const)
      await expect(insert(column, value), `${column} = ${value}`).rejects.toMatchObject({ code: '23514' })
  })

  test('proofs of before have the plain names afterwards, and their own again when that is taken back', async () => {
    await session(migrateToLatest)
    const renaming = '2026-12-01-0016-levels-and-variants'
    const undo = async (): Promise<void> => {
      while ((await session(migrateDown))[0] !== renaming);
    }
    await undo()
    const key = 'e'.repeat(64)
    const before = {
      slots: { kept: 1, total: 2 },
      links: { kept: 0, total: 0 },
      terms: { kept: 3, total: 3 },
      level: null,
    }
    const findProof = async (): Promise<unknown> => {
      const { rows } = await session((db) =>
        sql<{ proof: unknown }>`select proof from personalized_content_cache where key = ${key}`.execute(db),
      )
      return rows[0]?.proof
    }
    await session((db) =>
      sql`insert into personalized_content_cache (key, lesson_slug, section_id, content_hash, preferences_hash, recipe, dial,
          take, state, content, proof)
        values (${key}, 'a', 'b', ${key}, ${key}, 'p1/test', 'deeper', 2, 'ready', 'Text.', ${JSON.stringify(before)}::jsonb)`.execute(
        db,
      ),
    )
    await session(migrateToLatest)
    expect(await findProof()).toEqual({
      slots: { preserved: 1, total: 2 },
      links: { preserved: 0, total: 0 },
      terms: { preserved: 3, total: 3 },
      readability: null,
    })
    await undo()
    expect(await findProof()).toEqual(before)
    await session(migrateToLatest)
  })

  test('feedback takes only the ratings and reasons that there are, on a rewrite that there is', async () => {
    await session(migrateToLatest)
    const [learner, key] = [crypto.randomUUID(), 'f'.repeat(64)]
    const insert = (rating: string, reason: string | null, rewriteKey = key) =>
      session((db) =>
        sql`insert into feedback (user_id, rewrite_key, rating, reason)
          values (${learner}, ${rewriteKey}, ${rating}, ${reason})`.execute(db),
      )
    await session((db) => sql`insert into users (id) values (${learner})`.execute(db))
    await session((db) =>
      sql`insert into personalized_content_cache (key, lesson_slug, section_id, content_hash, preferences_hash, recipe, level,
          variant, state, content, proof)
        values (${key}, 'a', 'b', ${key}, ${key}, 'p1/test', 'as-is', 0, 'ready', 'Text.', '{}')`.execute(db),
    )
    await expect(insert('sideways', null)).rejects.toMatchObject({ code: '23514' })
    await expect(insert('down', 'boring')).rejects.toMatchObject({ code: '23514' })
    await expect(insert('up', null, '0'.repeat(64))).rejects.toMatchObject({ code: '23503' })
    for (const reason of feedbackReasons) await insert('down', reason, key).then(() => session(forgetFeedback))
    await insert('up', null)
    await expect(insert('up', null)).rejects.toMatchObject({ code: '23505' })
  })
})

const forgetFeedback = (db: Kysely<never>) => sql`delete from feedback`.execute(db)

async function readTables(db: Kysely<never>): Promise<unknown[]> {
  const { rows } = await sql`
    select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely_%'`.execute(db)
  return rows
}

async function readColumns(db: Kysely<never>): Promise<Record<string, Record<string, string>>> {
  const { rows } = await sql<{ table_name: string; column_name: string; type: string }>`
    select table_name, column_name, udt_name || case is_nullable when 'YES' then '?' else '' end as type
    from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%'
    order by table_name, ordinal_position`.execute(db)
  const tables: Record<string, Record<string, string>> = {}
  for (const { table_name, column_name, type } of rows) (tables[table_name] ??= {})[column_name] = type
  return tables
}
